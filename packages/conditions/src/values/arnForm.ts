import { isArnPattern, STAR, tokenizeGlob } from '@policywright/arn';
import { patternOfTokens } from '@policywright/arn/engine';
import type { FamilyPattern } from '@policywright/arn/engine';

/** The forms that a value of an ARN operator can have: a pattern of six parts, or nothing but `*` (S112). */
export type ArnForm = 'arn' | 'lone-star';

/** Colons that split an ARN. */
const COLONS = 5;

/**
 * Tells whether the ARN operators read a value of a request (S112), without allocating.
 *
 * @param text - The value.
 * @returns Whether it begins with `arn:` and has six parts, which may be empty (S43).
 */
export function hasArnForm(text: string): boolean {
  if (!text.startsWith('arn:')) return false;
  let at = -1;
  for (let colons = 0; colons < COLONS; colons++) {
    at = text.indexOf(':', at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** The texts that `hasArnForm` takes, as a pattern. */
export const ARN_FORM: FamilyPattern = patternOfTokens(tokenizeGlob('arn:*:*:*:*:*'));

/**
 * Tells how the ARN operators read a value of a policy.
 *
 * @param text - The value; variables in it are text.
 * @returns Its form, or `undefined` if it is no ARN. A lone star leaves a comparison undecided, too.
 */
export function arnForm(text: string): ArnForm | undefined {
  if (isArnPattern(text)) return 'arn';
  const tokens = tokenizeGlob(text);
  return tokens.length === 1 && tokens[0] === STAR ? 'lone-star' : undefined;
}
