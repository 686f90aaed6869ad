import type { GlobTokens } from '../glob/globTokens.ts';
import type { Matcher, MatcherKind } from '../glob/matcher.ts';
import { ANY, SEGMENT_ANY, SEGMENT_STAR, STAR } from './codes.ts';
import { Program } from './program.ts';

/** Longer than the longest string of any engine, and still a small integer. */
const NEVER_LENGTH = 0x3fffffff;

/** Every compiled pattern is of this one class, so that calls of `matches` stay monomorphic. */
export class PatternMatcher implements Matcher {
  readonly kind: MatcherKind;
  readonly tokens: GlobTokens;
  readonly literal: string | undefined;
  readonly prefix: string;
  readonly suffix: string;
  readonly minLength: number;
  readonly #program: Program;

  /**
   * @param codes - The program, in normal form, or `undefined` for the pattern that matches nothing.
   * @param fold - Whether ASCII case is ignored; the codes must be lower-case then.
   */
  constructor(codes: Int32Array | undefined, fold: boolean) {
    const all = codes ?? new Int32Array(0);
    const head = literalHead(all);
    const tail = head === all.length ? head : literalTail(all);
    this.tokens = all.map(plainToken);
    this.prefix = textOf(all, 0, head);
    this.suffix = textOf(all, all.length - tail, all.length);
    this.minLength = codes === undefined ? NEVER_LENGTH : shortest(all);
    this.kind = codes === undefined ? 'never' : kindOf(all, head, tail);
    this.literal = this.kind === 'literal' ? this.prefix : undefined;
    this.#program = new Program(all);
    this.#program.fold = fold;
    // The head and the tail are compared on their own, as a quick way out.
    this.#program.first = head;
    this.#program.last = all.length - tail;
  }

  matches(text: string, start = 0, end: number = text.length): boolean {
    if (end - start < this.minLength) return false;
    switch (this.kind) {
      case 'any':
        return true;
      case 'literal':
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
          this.#program.matches(text, start + this.prefix.length, end - this.suffix.length)
        );
      default:
        return false;
    }
  }

  // INVARIANT: the text is at least minLength long, hence longer than prefix and suffix together.
  #hasPrefix(text: string, start: number): boolean {
    return this.#program.fold ? equalsFolded(this.prefix, text, start) : text.startsWith(this.prefix, start);
  }

  #hasSuffix(text: string, end: number): boolean {
    return this.#program.fold
      ? equalsFolded(this.suffix, text, end - this.suffix.length)
      : text.endsWith(this.suffix, end);
  }
}

function equalsFolded(lower: string, text: string, start: number): boolean {
  for (let index = 0; index < lower.length; index++) {
    let unit = text.charCodeAt(start + index);
    if (unit >= 65 && unit <= 90) unit += 32;
    if (unit !== lower.charCodeAt(index)) return false;
  }
  return true;
}

function plainToken(code: number): number {
  return code === SEGMENT_STAR ? STAR : code === SEGMENT_ANY ? ANY : code;
}

function literalHead(codes: Int32Array): number {
  const index = codes.findIndex((code) => code < 0);
  return index < 0 ? codes.length : index;
}

function literalTail(codes: Int32Array): number {
  return codes.length - 1 - codes.findLastIndex((code) => code < 0);
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

/** Makes flat strings, not ropes that the first match would have to flatten. */
function textOf(codes: Int32Array, start: number, end: number): string {
  let text = '';
  // In steps, since a call takes only so many arguments.
  for (let from = start; from < end; from += 4096) {
    text += String.fromCharCode(...codes.subarray(from, Math.min(end, from + 4096)));
  }
  return text;
}
