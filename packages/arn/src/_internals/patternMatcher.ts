import type { GlobTokens } from '../model/globTokens.ts';
import type { Matcher, MatcherKind } from '../model/matcher.ts';
import { ANY, SEGMENT_ANY, SEGMENT_STAR, STAR } from './codes.ts';
import { endOfPieces, piecesOf } from './pieces.ts';
import { lowerCase, Program } from './program.ts';
import { textOf } from './textOf.ts';

/** Longer than the longest string of any engine, and still a small integer. */
const NEVER_LENGTH = 0x3fffffff;

/** Every compiled pattern is of this one class, so that calls of `matches` stay monomorphic. */
export class PatternMatcher implements Matcher {
  readonly kind: MatcherKind;
  readonly literal: string | undefined;
  readonly prefix: string;
  readonly suffix: string;
  readonly minLength: number;
  /** The whole pattern in `codes`; between `first` and `last` what is left without literal head and tail. */
  readonly program: Program;
  #tokens: GlobTokens | undefined;
  /** Of a general pattern: the literals between its stars; none when it has wildcards of other kinds. */
  #pieces: readonly string[] | undefined;

  /**
   * @param codes - the program, in normal form, or `undefined` for the pattern that matches nothing.
   * @param fold - whether ASCII case is ignored; the codes must be lower-case then.
   */
  constructor(codes: Int32Array | undefined, fold: boolean) {
    const all = codes ?? new Int32Array(0);
    const head = literalHead(all);
    const tail = head === all.length ? head : literalTail(all);
    this.prefix = textOf(all, 0, head);
    this.suffix = textOf(all, all.length - tail, all.length);
    this.minLength = codes === undefined ? NEVER_LENGTH : shortest(all);
    this.kind = codes === undefined ? 'never' : kindOf(all, head, tail);
    this.literal = this.kind === 'literal' ? this.prefix : undefined;
    this.program = new Program(all);
    this.program.fold = fold;
    // The head and the tail are compared on their own, as a quick way out.
    this.program.first = head;
    this.program.last = all.length - tail;
  }

  // Made when first asked for: few callers do, and there can be a hundred thousand patterns.
  get tokens(): GlobTokens {
    this.#tokens ??= this.program.codes.map(plainToken);
    return this.#tokens;
  }

  matches(text: string, start = 0, end: number = text.length): boolean {
    if (end - start < this.minLength) return false;
    switch (this.kind) {
      case 'any':
        return true;
      case 'literal':
        // The engine compares whole strings faster than any loop does.
        if (text.length === this.minLength && !this.program.fold) return text === this.literal;
        return end - start === this.minLength && this.#hasPrefix(text, start);
      case 'prefix':
        return this.#hasPrefix(text, start);
      case 'suffix':
        return this.#hasSuffix(text, end);
      case 'prefixSuffix':
        return this.#hasSuffix(text, end) && this.#hasPrefix(text, start);
      case 'general':
        return (
          this.#hasSuffix(text, end) &&
          this.#hasPrefix(text, start) &&
          this.#hasMiddle(text, start + this.prefix.length, end)
        );
      default:
        return false;
    }
  }

  /** Matches what lies between head and tail, up to `end` without the tail. */
  #hasMiddle(text: string, start: number, end: number): boolean {
    const { codes, first, last, fold } = this.program;
    const pieces = (this.#pieces ??= fold ? [] : piecesOf(codes, first, last));
    const tail = end - this.suffix.length;
    // The engine searches faster than any loop does; but it looks on to the end of the text, so that only
    // there the cost is bounded by what is to be matched.
    if (pieces.length === 0 || end !== text.length) return this.program.matches(text, start, tail);
    const found = endOfPieces(text, pieces, start);
    return found >= 0 && found <= tail;
  }

  // INVARIANT: the text is at least minLength long, hence at least as long as head and tail together.
  // Both are compared from their end, where ARNs differ most, and with codes, which load faster than characters.
  #hasPrefix(text: string, start: number): boolean {
    const { codes, first, fold } = this.program;
    if (first > LONG_PREFIX && !fold) {
      // A search compares memory with memory; that it goes on where it fails matters little, since the last
      // character rejects most texts before.
      return (
        text.charCodeAt(start + first - 1) === codes[first - 1] && text.indexOf(this.prefix, start) === start
      );
    }
    for (let at = first - 1; at >= 0; at--) {
      const unit = text.charCodeAt(start + at);
      if (codes[at] !== unit && !(fold && codes[at] === lowerCase(unit))) return false;
    }
    return true;
  }

  #hasSuffix(text: string, end: number): boolean {
    const { codes, last, fold } = this.program;
    const shift = end - codes.length;
    for (let at = codes.length - 1; at >= last; at--) {
      const unit = text.charCodeAt(shift + at);
      if (codes[at] !== unit && !(fold && codes[at] === lowerCase(unit))) return false;
    }
    return true;
  }
}

/** From this length on, comparing a prefix by search is quicker than code by code. */
const LONG_PREFIX = 16;

function plainToken(code: number): number {
  return code === SEGMENT_STAR ? STAR : code === SEGMENT_ANY ? ANY : code;
}

function literalHead(codes: Int32Array): number {
  let head = 0;
  while (head < codes.length && (codes[head] ?? 0) >= 0) head++;
  return head;
}

function literalTail(codes: Int32Array): number {
  let at = codes.length;
  while (at > 0 && (codes[at - 1] ?? 0) >= 0) at--;
  return codes.length - at;
}

function shortest(codes: Int32Array): number {
  let length = 0;
  for (const code of codes) if (code !== STAR && code !== SEGMENT_STAR) length++;
  return length;
}

function kindOf(codes: Int32Array, head: number, tail: number): MatcherKind {
  if (head === codes.length) return 'literal';
  if (head + tail + 1 !== codes.length || codes[head] !== STAR) return 'general';
  if (head === 0) return tail === 0 ? 'any' : 'suffix';
  return tail === 0 ? 'prefix' : 'prefixSuffix';
}
