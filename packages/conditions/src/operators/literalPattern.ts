import { patternOfTokens, type FamilyPattern } from '@policywright/arn/engine';
import type { GlobTokens } from '@policywright/arn';
import { foldCode, spellingsOf } from '../_internals/foldCase.ts';
import { literalTokens } from './valueDescription.ts';

/**
 * The pattern of one text.
 *
 * @param text - the text.
 * @param ignoreCase - whether case does not matter, as StringEqualsIgnoreCase has it (S91).
 * @returns the pattern.
 */
export function literalPattern(text: string, ignoreCase: boolean): FamilyPattern {
  const codes = literalTokens(text);
  return ignoreCase ? foldedPattern(codes) : { codes };
}

/**
 * The pattern of tokens without regard to case (S91).
 *
 * @param tokens - the tokens, wildcards and symbols among them.
 * @returns the pattern.
 */
export function foldedPattern(tokens: GlobTokens): FamilyPattern {
  return patternOfTokens(
    tokens.map((token) => (token < 0 || token > 0xffff ? token : foldCode(token))),
    spellingsOf,
  );
}
