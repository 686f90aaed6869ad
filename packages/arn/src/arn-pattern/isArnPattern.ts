import { ANY, COLON, STAR } from '../_internals/codes.ts';
import { tokenizeGlob } from '../glob/globTokens.ts';
import type { GlobTokens } from '../model/globTokens.ts';

/** An ARN pattern of an ARN operator, as tokens; only the first `length` of the array count. */
export interface PatternTokens {
  readonly tokens: GlobTokens;
  readonly length: number;
}

const SCHEME = 'arn';
/** Colons behind the scheme, the partition, the service, the region and the account. */
const COLONS = 5;

/**
 * Tells whether a pattern has the form of an ARN, so that an ARN operator can compare it part by part (S110 to
 * S112): six parts, the first of which can be `arn`. Allocates nothing for tokens.
 *
 * @param pattern - the pattern's text, or its tokens with variables substituted.
 * @returns `false` for what no ARN could match by its form, such as `*` alone, an account id or `arn:aws:s3`.
 */
export function isArnPattern(pattern: string | PatternTokens): boolean {
  if (typeof pattern !== 'string') return hasSixParts(pattern.tokens, pattern.length);
  const tokens = tokenizeGlob(pattern);
  return hasSixParts(tokens, tokens.length);
}

function hasSixParts(tokens: GlobTokens, length: number): boolean {
  let colons = 0;
  for (let index = 0; index < length && colons < COLONS; index++) {
    if (tokens[index] !== COLON) continue;
    if (colons === 0 && !canBeScheme(tokens, index)) return false;
    colons++;
  }
  return colons === COLONS;
}

/** Whether the tokens before the first colon, at `end`, match `arn`. In normal form few can. */
function canBeScheme(tokens: GlobTokens, end: number): boolean {
  return end <= 2 * SCHEME.length + 1 && matchesFrom(tokens, 0, 0);
}

/** Whether the tokens from `index` to the first colon match the scheme from `at` on. */
function matchesFrom(tokens: GlobTokens, index: number, at: number): boolean {
  const token = tokens[index];
  if (token === COLON) return at === SCHEME.length;
  if (token === STAR && matchesFrom(tokens, index + 1, at)) return true;
  if (at === SCHEME.length) return false;
  if (token === STAR) return matchesFrom(tokens, index, at + 1);
  return (token === ANY || token === SCHEME.charCodeAt(at)) && matchesFrom(tokens, index + 1, at + 1);
}
