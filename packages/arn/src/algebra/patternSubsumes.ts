import { STAR } from '../_internals/codes.ts';
import { alphabetOf, isStar, languageOf, takes, type Language } from '../_internals/language.ts';
import type { Matcher } from '../model/matcher.ts';
import { DEFAULT_LIMIT, type AlgebraOptions, type Unknown } from './patternVerdict.ts';

/** Whether one pattern covers another; `witness` is a text of the narrow one that the wide one does not match. */
export type Subsumption =
  | { readonly verdict: 'yes' }
  | { readonly verdict: 'no'; readonly witness: string }
  | Unknown;

/**
 * Tells whether every text that matches `narrow` also matches `wide`, whatever their dialects (INVARIANT 12).
 *
 * Exact within the limit. Each position of `narrow` is paired with the set of positions in which `wide` can be
 * after the same text. Without `?` in `wide` there are at most about narrow x wide such pairs; behind a `*`,
 * each `?` of `wide` can double them, and that is what the limit stops.
 *
 * @param wide - a compiled pattern.
 * @param narrow - another.
 * @param options - the limit.
 * @returns the verdict, with a shortest text against it.
 */
export function patternSubsumes(wide: Matcher, narrow: Matcher, options: AlgebraOptions = {}): Subsumption {
  const inner = languageOf(narrow);
  if (inner === undefined || wide.kind === 'any') return { verdict: 'yes' };
  const outer = languageOf(wide);
  if (outer === undefined) return { verdict: 'no', witness: shortestText(inner) };
  // Most patterns that are not covered fail on their shortest text already.
  const shortest = shortestText(inner);
  if (!wide.matches(shortest)) return { verdict: 'no', witness: shortest };
  if (narrow.literal !== undefined && !inner.fold) return { verdict: 'yes' };
  return new InclusionSearch(outer, inner).run(options.limit ?? DEFAULT_LIMIT);
}

/** A position of the narrow pattern with all positions that the wide one can be in, and how it was reached. */
interface Pair {
  readonly position: number;
  readonly set: readonly number[];
  readonly from: Pair | undefined;
  /** The character that led here, or -1 when a star ended. */
  readonly unit: number;
}

/** Breadth first, so that the witness is as short as any. */
class InclusionSearch {
  readonly #outer: Language;
  readonly #inner: Language;
  readonly #alphabet: readonly number[];
  readonly #seen = new Set<string>();
  /** Pairs of the present length, and those that are one character longer. */
  #present: Pair[] = [];
  #next: Pair[] = [];
  #steps = 0;

  constructor(outer: Language, inner: Language) {
    this.#outer = outer;
    this.#inner = inner;
    this.#alphabet = alphabetOf([outer, inner]);
  }

  run(limit: number): Subsumption {
    this.#add(this.#present, { position: 0, set: this.#closure([0]), from: undefined, unit: -1 });
    while (this.#present.length > 0) {
      // The list grows under the loop: a star that ends gives a pair of the same length.
      for (const pair of this.#present) {
        if (this.#steps > limit) return { verdict: 'unknown' };
        if (this.#refutes(pair)) return { verdict: 'no', witness: textTo(pair) };
        this.#expand(pair);
      }
      this.#present = this.#next;
      this.#next = [];
    }
    return { verdict: 'yes' };
  }

  #refutes({ position, set }: Pair): boolean {
    return position === this.#inner.codes.length && set.at(-1) !== this.#outer.codes.length;
  }

  #expand(pair: Pair): void {
    const code = this.#inner.codes[pair.position];
    if (code === undefined) return;
    const star = isStar(code);
    if (star) this.#add(this.#present, { ...pair, position: pair.position + 1, from: pair, unit: -1 });
    const position = star ? pair.position : pair.position + 1;
    for (const unit of this.#alphabet) {
      if (!takes(this.#inner, code, unit)) continue;
      this.#steps += pair.set.length + 1;
      this.#add(this.#next, { position, set: this.#after(pair.set, unit), from: pair, unit });
    }
  }

  #add(list: Pair[], pair: Pair): void {
    const key = `${pair.position}:${pair.set.join()}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    list.push(pair);
  }

  #after(set: readonly number[], unit: number): readonly number[] {
    const { codes } = this.#outer;
    const reached: number[] = [];
    for (const position of set) {
      const code = codes[position];
      if (code === undefined || !takes(this.#outer, code, unit)) continue;
      reached.push(isStar(code) ? position : position + 1);
    }
    return this.#closure(reached);
  }

  /**
   * Adds the positions that a star which ends leads to, and drops what the last unconfined star covers: from
   * any earlier position the rest of the text has to pass through that star, which takes what came before.
   */
  #closure(positions: readonly number[]): readonly number[] {
    const { codes } = this.#outer;
    const all = new Set<number>();
    for (const start of positions) {
      let position = start;
      all.add(position);
      while (isStar(codes[position])) all.add(++position);
    }
    const sorted = [...all].toSorted((a, b) => a - b);
    const last = sorted.findLastIndex((position) => codes[position] === STAR);
    return last > 0 ? sorted.slice(last) : sorted;
  }
}

function textTo(pair: Pair): string {
  const units: number[] = [];
  for (let at: Pair | undefined = pair; at !== undefined; at = at.from) if (at.unit >= 0) units.push(at.unit);
  return units
    .toReversed()
    .map((unit) => String.fromCharCode(unit))
    .join('');
}

function shortestText({ codes }: Language): string {
  let text = '';
  for (const code of codes) if (!isStar(code)) text += code < 0 ? 'x' : String.fromCharCode(code);
  return text;
}
