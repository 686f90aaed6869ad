import { editDistance } from '../../names/_internals/editDistance.ts';

/** How well a wanted word fits a text; the parts of a score are whole numbers, so that they fit in bytes. */
export const FIT = { exact: 20, head: 18, inside: 16, misspelt: 12 } as const;

/** Texts of words, each text run together (`runtask`), in which a word is looked for in one pass. */
export class WordTable {
  /** The texts in their order, each with a line break behind it. */
  readonly #lines: string;
  /** Where the texts start in `#lines`, and where one more would. */
  readonly #starts: Uint32Array;
  /** A bit for each character of `#lines`: whether a word starts there. */
  readonly #heads: Uint8Array;
  #letters: Uint32Array | undefined;

  /** @param texts - the words of each text, in lower case, of letters and digits. */
  constructor(texts: Iterable<readonly string[]>) {
    const starts: number[] = [];
    const heads: number[] = [];
    const parts: string[] = [];
    let at = 0;
    for (const words of texts) {
      starts.push(at);
      for (const word of words) {
        heads.push(at);
        parts.push(word);
        at += word.length;
      }
      parts.push('\n');
      at++;
    }
    starts.push(at);
    this.#lines = parts.join('');
    this.#starts = Uint32Array.from(starts);
    this.#heads = new Uint8Array((at >> 3) + 1);
    for (const head of heads) this.#heads[head >> 3] = (this.#heads[head >> 3] ?? 0) | (1 << (head & 7));
  }

  /**
   * Says how well a word fits each text: as the whole of it, as its head, or as the head of what stands behind one
   * of its words.
   *
   * @returns one of {@link FIT} for each text, 0 where the word does not fit.
   */
  fits(word: string): Uint8Array {
    const fits = new Uint8Array(this.#starts.length - 1);
    let text = 0;
    for (let at = this.#lines.indexOf(word); at >= 0; at = this.#lines.indexOf(word, at + 1)) {
      if (((this.#heads[at >> 3] ?? 0) & (1 << (at & 7))) === 0) continue;
      while ((this.#starts[text + 1] ?? 0) <= at) text++;
      const fit = this.#fitAt(text, at, word.length);
      if (fit > (fits[text] ?? 0)) fits[text] = fit;
    }
    return fits;
  }

  #fitAt(text: number, at: number, length: number): number {
    if (at !== this.#starts[text]) return FIT.inside;
    return at + length + 1 === this.#starts[text + 1] ? FIT.exact : FIT.head;
  }

  /** Adds to `fits` the texts that a word is misspelt for; words of three letters are near to too many. */
  addMisspelt(word: string, fits: Uint8Array): void {
    if (word.length <= 3) return;
    const limit = word.length > 6 ? 2 : 1;
    const letters = (this.#letters ??= this.#lettersOfTexts());
    const wanted = lettersOf(word);
    for (let text = 0; text < fits.length; text++) {
      const start = this.#starts[text] ?? 0;
      const length = (this.#starts[text + 1] ?? 0) - start - 1;
      if (length < word.length - limit || length > word.length + limit) continue;
      // An edit takes away one letter at most, and brings one.
      const others = letters[text] ?? 0;
      if (countBits(wanted & ~others) > limit || countBits(others & ~wanted) > limit) continue;
      if ((fits[text] ?? 0) >= FIT.misspelt) continue;
      const candidate = this.#lines.slice(start, start + length);
      if (editDistance(word, candidate, limit) <= limit) fits[text] = FIT.misspelt;
    }
  }

  #lettersOfTexts(): Uint32Array {
    const letters = new Uint32Array(this.#starts.length - 1);
    for (let text = 0; text < letters.length; text++) {
      letters[text] = lettersOf(this.#lines.slice(this.#starts[text], (this.#starts[text + 1] ?? 0) - 1));
    }
    return letters;
  }
}

/** The set of the letters of a text: a bit for each letter; digits share some. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let index = 0; index < text.length; index++) letters |= 1 << (text.charCodeAt(index) & 31);
  return letters >>> 0;
}

function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
