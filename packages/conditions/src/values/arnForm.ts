import { isArnPattern, STAR, tokenizeGlob } from '@policywright/arn';

/** The forms that a value of an ARN operator can have: a pattern of six parts, or nothing but `*` (S112). */
export type ArnForm = 'arn' | 'lone-star';

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
