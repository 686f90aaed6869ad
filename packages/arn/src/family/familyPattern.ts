import { SEGMENT_STAR, STAR } from '../_internals/codes.ts';
import { languageOf } from '../_internals/language.ts';
import { lowerCase } from '../_internals/program.ts';
import { normalizeRuns } from '../_internals/wildcardRun.ts';
import type { GlobTokens } from '../model/globTokens.ts';
import type { Matcher } from '../model/matcher.ts';
import { PART_STAR, PATH_STAR } from './confined.ts';

/**
 * Gives every unit that a folded literal takes, itself included.
 *
 * @param unit - a literal of the pattern, in its folded form.
 * @returns UTF-16 units, each once.
 */
export type Spellings = (unit: number) => readonly number[];

/**
 * A pattern as the family automaton reads it. Patterns are told apart by identity: one object that stands in
 * several groups is followed once, so whoever builds families again and again keeps the objects.
 */
export interface FamilyPattern {
  /**
   * Literal UTF-16 units, symbols (see {@link symbolOf}), and the codes of wildcards: `*` and `?`, and those that refuse some
   * characters.
   */
  readonly codes: Int32Array;
  /** Which units a literal takes where letter case is ignored; left out, only itself. */
  readonly spellings?: Spellings;
  /**
   * Of a union that shares beginnings: for each code the index of the one that can stand in its place, or -1. A code is
   * followed by what comes next, and each pattern of the union ends with a code of its own.
   */
  readonly alternatives?: Int32Array;
}

/** Beyond the last UTF-16 unit. */
const FIRST_SYMBOL = 0x10000;

/**
 * The symbol of a policy variable: a letter of the alphabet that a literal of the same symbol takes, and else only
 * a plain `*`, since what it stands for may have any length and any characters. A pattern with symbols is matched
 * against words in which symbols stand; a word's membership in a group without that symbol is that of every text
 * which the word becomes when its symbols are replaced.
 *
 * @param index - the variable's number, from 0.
 * @returns the code.
 */
export function symbolOf(index: number): number {
  return FIRST_SYMBOL + index;
}

/**
 * @param code - a code of a pattern.
 * @returns whether it is a symbol.
 */
export function isSymbol(code: number): boolean {
  return code >= FIRST_SYMBOL;
}

/**
 * The pattern of a matcher, of whatever dialect.
 *
 * @param matcher - a compiled pattern.
 * @returns the pattern, or `undefined` when no text matches.
 */
export function patternOf(matcher: Matcher): FamilyPattern | undefined {
  const language = languageOf(matcher);
  if (language === undefined) return undefined;
  const { codes, fold } = language;
  return fold ? { codes, spellings: asciiSpellings } : { codes };
}

/**
 * The pattern of tokens that are matched as StringLike does (S92).
 *
 * @param tokens - the tokens; symbols may be among them.
 * @param spellings - how letters are folded; the tokens must be folded then.
 * @returns the pattern.
 */
export function patternOfTokens(tokens: GlobTokens, spellings?: Spellings): FamilyPattern {
  const copy = tokens.slice();
  const codes = copy.subarray(0, normalizeRuns(copy, copy.length));
  return spellings === undefined ? { codes } : { codes, spellings };
}

/** A run of characters, of whatever length: of any, or of all but colons, slashes, or both. */
export type Run = 'any' | 'noColon' | 'noSlash' | 'noSeparator';

const RUNS: Readonly<Record<Run, number>> = {
  any: STAR,
  noColon: SEGMENT_STAR,
  noSlash: PATH_STAR,
  noSeparator: PART_STAR,
};

/**
 * The pattern of literal texts and runs between them, as formats of ARNs are.
 *
 * @param parts - in order; `*` and `?` in texts are themselves.
 * @returns the pattern.
 */
export function patternOfParts(
  parts: readonly ({ readonly text: string } | { readonly run: Run })[],
): FamilyPattern {
  const codes = parts.flatMap((part) =>
    'run' in part
      ? [RUNS[part.run]]
      : Array.from({ length: part.text.length }, (_, at) => part.text.charCodeAt(at)),
  );
  return { codes: Int32Array.from(codes) };
}

/** Both cases of the ASCII letters, which are all that action names have (S61). */
function asciiSpellings(unit: number): readonly number[] {
  return unit >= 97 && unit <= 122 ? [unit, unit - 32] : [lowerCase(unit)];
}
