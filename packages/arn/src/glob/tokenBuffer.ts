import { appendToken, tokenOf } from '../_internals/appendToken.ts';
import type { GlobTokens } from '../model/globTokens.ts';

/**
 * A reusable, growing list of tokens, for patterns whose policy variables are known only with the request.
 *
 * Filling it again after `clear` allocates nothing once it is large enough.
 */
export class TokenBuffer {
  #tokens: Int32Array = new Int32Array(128);
  #length = 0;

  /** The tokens from 0 to `length`; what lies behind is left over. A growing buffer replaces the array. */
  get tokens(): GlobTokens {
    return this.#tokens;
  }

  /** How many tokens there are. */
  get length(): number {
    return this.#length;
  }

  /** Empties the buffer and keeps its memory. */
  clear(): void {
    this.#length = 0;
  }

  /**
   * Appends a part of a pattern as text.
   *
   * @param text - what `tokenizeGlob` would read: `*` and `?` are wildcards.
   */
  pushPattern(text: string): void {
    this.#reserve(text.length);
    let length = this.#length;
    for (let index = 0; index < text.length; index++) {
      length = appendToken(this.#tokens, length, tokenOf(text.charCodeAt(index)));
    }
    this.#length = length;
  }

  /**
   * Appends a part of a pattern.
   *
   * @param tokens - tokens as `tokenizeGlob` makes them; wildcards in them are wildcards.
   */
  pushTokens(tokens: GlobTokens): void {
    this.#reserve(tokens.length);
    let length = this.#length;
    for (let index = 0; index < tokens.length; index++) {
      length = appendToken(this.#tokens, length, tokens[index] ?? 0);
    }
    this.#length = length;
  }

  /**
   * Appends substituted text, every character of which is literal, `*` and `?` too (S123).
   *
   * @param text - the value of a policy variable.
   */
  pushText(text: string): void {
    this.#reserve(text.length);
    for (let index = 0; index < text.length; index++) {
      this.#tokens[this.#length + index] = text.charCodeAt(index);
    }
    this.#length += text.length;
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#tokens.length) return;
    const grown = new Int32Array(Math.max(needed, 2 * this.#tokens.length));
    grown.set(this.#tokens.subarray(0, this.#length));
    this.#tokens = grown;
  }
}
