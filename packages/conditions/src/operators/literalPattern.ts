import type { FamilyPattern } from '@policywright/arn/engine';
import { foldCode, spellingsOf } from '../_internals/foldCase.ts';
import { literalTokens } from './valueDescription.ts';

/**
 * The pattern of one text.
 *
 * @param text - The text.
 * @param ignoreCase - Whether case does not matter, as StringEqualsIgnoreCase has it (S91).
 * @returns The pattern.
 */
export function literalPattern(text: string, ignoreCase: boolean): FamilyPattern {
  const codes = literalTokens(text);
  return ignoreCase ? { codes: codes.map(foldCode), spellings: spellingsOf } : { codes };
}
