import type { Matcher } from '../model/matcher.ts';
import { ANY, COLON, SEGMENT_ANY, SEGMENT_STAR, STAR } from './codes.ts';
import type { PatternMatcher } from './patternMatcher.ts';
import { lowerCase } from './program.ts';

/** The texts of a pattern, as an automaton whose states are the positions between its codes. */
export interface Language {
  readonly codes: Int32Array;
  readonly fold: boolean;
}

/**
 * The automaton of a matcher.
 *
 * @param matcher - compiled; a matcher of another make counts as the plain pattern of its tokens.
 * @returns its codes, or `undefined` when it matches nothing.
 */
export function languageOf(matcher: Matcher): Language | undefined {
  if (matcher.kind === 'never') return undefined;
  if (!isOurs(matcher)) return { codes: matcher.tokens, fold: false };
  return { codes: matcher.program.codes, fold: matcher.program.fold };
}

/** Told by what it has, not by its class: families are put into the packages that use them, and matchers are not. */
function isOurs(matcher: Matcher): matcher is PatternMatcher {
  return 'program' in matcher;
}

/** Whether a code is one of the two stars. */
export function isStar(code: number | undefined): boolean {
  return code === STAR || code === SEGMENT_STAR;
}

/**
 * Whether a code takes a character; for a star, whether it may take it among others.
 *
 * @param language - the pattern that the code is of.
 * @param code - the code.
 * @param unit - the character, a UTF-16 unit.
 * @returns whether it does.
 */
export function takes(language: Language, code: number | undefined, unit: number): boolean {
  if (code === STAR || code === ANY) return true;
  if (code === SEGMENT_STAR || code === SEGMENT_ANY) return unit !== COLON;
  return code === unit || (language.fold && code === lowerCase(unit));
}

/**
 * One character for every way in which the patterns can tell characters apart: each literal (in both cases
 * where case is ignored), the colon, and one that none of them names.
 *
 * @param languages - the patterns.
 * @returns UTF-16 units, the unnamed one first, without repetition.
 */
export function alphabetOf(languages: readonly Language[]): readonly number[] {
  const named = new Set<number>([COLON]);
  const folds = languages.some((language) => language.fold);
  for (const { codes } of languages) {
    for (const code of codes) {
      if (code < 0) continue;
      named.add(code);
      if (!folds) continue;
      named.add(lowerCase(code));
      if (code >= 97 && code <= 122) named.add(code - 32);
    }
  }
  const other = unnamed(named);
  return other === undefined ? [...named] : [other, ...named];
}

/** Prefers a character that reads well in a witness. */
function unnamed(named: ReadonlySet<number>): number | undefined {
  for (let unit = 120; unit > 96; unit--) if (!named.has(unit)) return unit;
  for (let unit = 48; unit < 0x10000; unit++) if (!named.has(unit)) return unit;
  return undefined;
}
