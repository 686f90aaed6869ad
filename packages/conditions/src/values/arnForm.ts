import { isArnPattern, STAR, tokenizeGlob } from '@policywright/arn';
import { patternOfTokens, type FamilyPattern } from '@policywright/arn/engine';

/** The forms that a value of an ARN operator can have: a pattern of six parts, or nothing but `*` (S112). */
export type ArnForm = 'arn' | 'lone-star';

/** Colons that split an ARN. */
const COLONS = 5;

/**
 * Tells whether the ARN operators read a value of a request (S112), without allocating.
 *
 * @param text - the value.
 * @returns whether it begins with `arn:` and has six parts, which may be empty (S43).
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
 * @param text - the value; variables in it are text.
 * @returns its form, or `undefined` if it is no ARN. A lone star leaves a comparison undecided, too.
 */
export function arnForm(text: string): ArnForm | undefined {
  if (isArnPattern(text)) return 'arn';
  const tokens = tokenizeGlob(text);
  return tokens.length === 1 && tokens[0] === STAR ? 'lone-star' : undefined;
}
