import { STAR } from '../_internals/codes.ts';
import { languageOf, takes, type Language } from '../_internals/language.ts';
import { compileGlob } from '../glob/compileGlob.ts';
import type { Matcher } from '../model/matcher.ts';
import { overlap } from './overlap.ts';
import { patternSubsumes } from './patternSubsumes.ts';

/** How large an intersection may become. */
export interface IntersectionOptions {
  /** The most patterns in the answer, also on the way to it; 64 if left out. */
  readonly maxPatterns?: number;
}

/** The largest product of pattern lengths that is tried. */
const MAX_CELLS = 40_000;

/** Each comparison of two patterns is short; one that is cut off only leaves the list longer than needed. */
const STEPS = { limit: 50_000 };

/**
 * Writes the texts that two plain patterns share as a list of patterns (INVARIANT 12).
 *
 * For plain patterns such a list always exists (`*a*` and `*b*` share `*a*b*` and `*b*a*`), but it can be
 * exponentially long. Where a wildcard is confined to a segment or case is ignored, there is an answer only
 * when nothing is shared or one pattern covers the other.
 *
 * @param a - a compiled pattern.
 * @param b - another.
 * @param options - how long the list may be.
 * @returns the patterns, none of them known to be covered by another, and the empty list if nothing is shared; `undefined`
 * when the answer is too large or cannot be written.
 */
export function intersection(
  a: Matcher,
  b: Matcher,
  options: IntersectionOptions = {},
): readonly Matcher[] | undefined {
  const left = languageOf(a);
  const right = languageOf(b);
  if (left === undefined || right === undefined) return [];
  if (overlap(a, b).verdict === 'no') return [];
  if (patternSubsumes(a, b, STEPS).verdict === 'yes') return [b];
  if (patternSubsumes(b, a, STEPS).verdict === 'yes') return [a];
  const cells = (left.codes.length + 1) * (right.codes.length + 1);
  if (!isPlain(left) || !isPlain(right) || cells > MAX_CELLS) return undefined;
  const lists = new Shuffle(left, right, options.maxPatterns ?? 64).run();
  return lists === undefined ? undefined : withoutCovered(lists.map((tokens) => compileGlob(tokens)));
}

function isPlain({ codes, fold }: Language): boolean {
  return !fold && codes.every((code) => code >= -2);
}

/** A pattern as a chain of tokens, each of which exists once, so that equal patterns are the same object. */
interface Chain {
  readonly token: number;
  readonly rest: Chain | undefined;
  readonly before: Map<number, Chain>;
}

/** What two rests of patterns share is a token, followed by what the next two rests share. */
class Shuffle {
  readonly #left: Language;
  readonly #right: Language;
  readonly #max: number;
  readonly #end: Chain = { token: 0, rest: undefined, before: new Map() };

  constructor(left: Language, right: Language, max: number) {
    this.#left = left;
    this.#right = right;
    this.#max = max;
  }

  /** Fills the table of rests from its end, row by row; `undefined` when a cell that counts grows too large. */
  run(): Int32Array[] | undefined {
    const rows = this.#left.codes.length;
    const columns = this.#right.codes.length;
    let below: (Cell | undefined)[] = [];
    for (let i = rows; i >= 0; i--) {
      const row: (Cell | undefined)[] = [];
      for (let j = columns; j >= 0; j--) {
        if (i === rows && j === columns) row[j] = new Set([this.#end]);
        else
          row[j] = this.#cell({ a: this.#left.codes[i], b: this.#right.codes[j] }, [
            below[j],
            row[j + 1],
            below[j + 1],
          ]);
      }
      below = row;
    }
    const first = below[0];
    if (first === undefined || first === TOO_LARGE) return undefined;
    return [...first].map(tokensOf);
  }

  #cell({ a, b }: Heads, [down, across, both]: readonly (Cell | undefined)[]): Cell {
    if (a === STAR && b === STAR) return this.#all([this.#put(STAR, down), this.#put(STAR, across)]);
    if (a === STAR) return this.#all([down, b === undefined ? undefined : this.#put(b, across)]);
    if (b === STAR) return this.#all([across, a === undefined ? undefined : this.#put(a, down)]);
    if (a === undefined || b === undefined) return new Set();
    if (a >= 0 && takes(this.#right, b, a)) return this.#put(a, both);
    if (a < 0) return this.#put(b, both);
    return new Set();
  }

  #put(token: number, cell: Cell | undefined): Cell {
    if (cell === undefined || cell === TOO_LARGE) return cell ?? new Set();
    const result = new Set<Chain>();
    for (const rest of cell) {
      // `**` is `*`.
      if (token === STAR && rest.token === STAR && rest !== this.#end) result.add(rest);
      else result.add(this.#chain(token, rest));
    }
    return result;
  }

  #chain(token: number, rest: Chain): Chain {
    const known = rest.before.get(token);
    if (known !== undefined) return known;
    const chain: Chain = { token, rest, before: new Map() };
    rest.before.set(token, chain);
    return chain;
  }

  #all(cells: readonly (Cell | undefined)[]): Cell {
    const result = new Set<Chain>();
    for (const cell of cells) {
      if (cell === TOO_LARGE) return TOO_LARGE;
      for (const chain of cell ?? []) result.add(chain);
    }
    return result.size > this.#max ? TOO_LARGE : result;
  }
}

interface Heads {
  readonly a: number | undefined;
  readonly b: number | undefined;
}

type Cell = ReadonlySet<Chain> | typeof TOO_LARGE;
const TOO_LARGE = 'too large';

function tokensOf(chain: Chain): Int32Array {
  const tokens: number[] = [];
  for (let at = chain; at.rest !== undefined; at = at.rest) tokens.push(at.token);
  return Int32Array.from(tokens);
}

function withoutCovered(matchers: readonly Matcher[]): readonly Matcher[] {
  const kept: Matcher[] = [];
  // Short patterns first: they tend to cover the long ones.
  for (const matcher of matchers.toSorted((a, b) => a.tokens.length - b.tokens.length)) {
    if (kept.some((other) => patternSubsumes(other, matcher, STEPS).verdict === 'yes')) continue;
    const last = kept.filter((other) => patternSubsumes(matcher, other, STEPS).verdict !== 'yes');
    kept.splice(0, kept.length, ...last, matcher);
  }
  return kept;
}
