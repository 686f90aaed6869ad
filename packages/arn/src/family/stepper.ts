import { ANY, STAR } from '../_internals/codes.ts';
import { COLON_LETTER, OTHER_LETTER, SLASH_LETTER } from './alphabet.ts';
import { END, NO_COLON, NO_SLASH, refusedBy, takesMany } from './confined.ts';
import { isSymbol } from './familyPattern.ts';
import type { FamilyProgram } from './familyProgram.ts';

/**
 * Moves states of a family by one letter. A state is a row: the set of *settled* groups, in `words` numbers, and
 * behind it the positions that patterns can be at, ascending.
 *
 * A group is settled when one of its patterns has reached a plain `*` at its end: whatever follows, the text is in it.
 * - INVARIANT: no position belongs to a pattern all of whose groups are settled.
 * - INVARIANT: of a pattern that has reached a plain `*`, no position before the last such is kept: what the rest
 *   of the text would do from there, it does from the star, too. Of a star that takes no colon this is not so.
 */
export class Stepper {
  /** The row that was made last. */
  row: Int32Array;
  /** Its length. */
  length = 0;
  /** How many positions have been looked at since the beginning. */
  steps = 0;
  readonly #program: FamilyProgram;
  /** For each letter the call of `letters` that named it last. */
  readonly #named: Int32Array;
  #call = 0;
  #patternStart = 0;
  #pattern = -1;
  #last = -1;
  #settled = -1;
  /** Where in the row the positions of the union begin, or -1. */
  #unionStart = -1;
  /** The position that is moved. */
  #from = -1;

  /**
   * @param program - the family.
   */
  constructor(program: FamilyProgram) {
    this.#program = program;
    this.row = new Int32Array(program.words + program.codes.length);
    this.#named = new Int32Array(program.alphabet.units.length);
  }

  /** Makes the row of the empty text. */
  start(): void {
    const { starts, words } = this.#program;
    this.row.fill(0, 0, words);
    this.#clear();
    for (const start of starts) this.#enter(start);
    this.#finish();
  }

  /**
   * Makes the row behind one more letter.
   *
   * @param data - an array that holds a row.
   * @param from - where the row begins.
   * @param end - where it ends.
   * @param letter - the letter.
   */
  // oxlint-disable-next-line eslint/max-params -- called for every letter of every state: an object for each would cost more than the step
  move(data: Int32Array, from: number, end: number, letter: number): void {
    const { codes, patternAt, words, takes, alphabet } = this.#program;
    const width = alphabet.units.length;
    const symbol = isSymbol(alphabet.units[letter] ?? 0);
    const separator = symbol ? NO_COLON | NO_SLASH : separatorOf(letter);
    for (let word = 0; word < words; word++) this.row[word] = data[from + word] ?? 0;
    this.#clear();
    for (let index = from + words; index < end; index++) {
      const position = data[index] ?? 0;
      if (patternAt[position] === this.#settled) continue;
      this.#from = position;
      const code = codes[position] ?? END;
      if (code >= 0) {
        if (takes[code * width + letter] === 1) this.#enter(position + 1);
      } else if (code === STAR) this.#enter(position);
      else if (code === END || (symbol && code === ANY) || (refusedBy(code) & separator) !== 0) continue;
      else this.#enter(takesMany(code) ? position : position + 1);
    }
    this.steps += end - from;
    this.#finish();
  }

  /**
   * Finds the letters that lead to different states: those that a literal names, one that none does, and colon and slash
   * where a wildcard minds them.
   *
   * @param data - an array that holds a row.
   * @param from - where the row begins.
   * @param end - where it ends.
   * @param letters - receives the letters.
   */
  // oxlint-disable-next-line eslint/max-params -- as above
  letters(data: Int32Array, from: number, end: number, letters: number[]): void {
    const { codes, words, alphabet } = this.#program;
    const call = ++this.#call;
    letters.length = 0;
    let refused = 0;
    for (let index = from + words; index < end; index++) {
      const code = codes[data[index] ?? 0] ?? END;
      refused |= refusedBy(code);
      if (code < 0) continue;
      for (const letter of alphabet.classes[code] ?? []) {
        if (this.#named[letter] === call) continue;
        this.#named[letter] = call;
        letters.push(letter);
      }
    }
    if ((alphabet.units[OTHER_LETTER] ?? -1) >= 0) letters.push(OTHER_LETTER);
    for (const letter of [COLON_LETTER, SLASH_LETTER]) {
      if ((refused & separatorOf(letter)) !== 0 && this.#named[letter] !== call) letters.push(letter);
    }
  }

  #clear(): void {
    this.length = this.#program.words;
    this.#pattern = -1;
    this.#last = -1;
    this.#settled = -1;
    this.#unionStart = -1;
    this.#from = -1;
  }

  /**
   * Adds a position and those to which stars that end lead. Positions come in ascending order, and what they
   * lead to is an unbroken run, so that whatever is not behind the last one is there already.
   */
  #enter(first: number): void {
    const { codes, patternAt, union } = this.#program;
    const pattern = patternAt[first] ?? 0;
    if (pattern === union) {
      if (this.#unionStart < 0) this.#unionStart = this.length;
      // A star that goes on does not make way for what could have stood in its place.
      if (first === this.#from) this.#addToUnion(first);
      else this.#enterUnion(first);
      return;
    }
    if (first <= this.#last) return;
    if (pattern !== this.#pattern) {
      this.#pattern = pattern;
      this.#patternStart = this.length;
    }
    for (let position = first; ; position++) {
      const code = codes[position] ?? END;
      if (code === STAR) {
        this.length = this.#patternStart;
        if (codes[position + 1] === END) {
          this.#settle(pattern);
          return;
        }
      }
      this.row[this.length++] = position;
      this.#last = position;
      if (!takesMany(code)) return;
    }
  }

  /** Adds a position and those that can stand in its place. They come in no order, and again. */
  #enterUnion(first: number): void {
    const { alternatives } = this.#program;
    for (let position = first; position >= 0; position = alternatives[position] ?? -1) {
      this.#addToUnion(position);
    }
  }

  /** Adds a position, and those behind it where it is a star. */
  #addToUnion(position: number): void {
    const { codes, union } = this.#program;
    if (this.#settled === union || this.#isEntered(position)) return;
    const code = codes[position] ?? END;
    if (code === STAR && codes[position + 1] === END) {
      this.length = this.#unionStart;
      this.#settle(union);
      return;
    }
    this.row[this.length++] = position;
    if (takesMany(code)) this.#enterUnion(position + 1);
  }

  #isEntered(position: number): boolean {
    for (let index = this.#unionStart; index < this.length; index++) {
      if (this.row[index] === position) return true;
    }
    return false;
  }

  #settle(pattern: number): void {
    const { words, groupsOf } = this.#program;
    this.#settled = pattern;
    for (let word = 0; word < words; word++) {
      this.row[word] = (this.row[word] ?? 0) | (groupsOf[pattern * words + word] ?? 0);
    }
  }

  /** Drops the positions of patterns whose groups are all settled. */
  #finish(): void {
    const { words, patternAt } = this.#program;
    // The union's positions are the last.
    if (this.#unionStart >= 0 && this.length > this.#unionStart + 1) {
      this.row.subarray(this.#unionStart, this.length).sort();
    }
    if (this.#settled < 0) return;
    let to = words;
    for (let index = words; index < this.length; index++) {
      const position = this.row[index] ?? 0;
      if (!this.isSettled(this.row, 0, patternAt[position] ?? 0)) this.row[to++] = position;
    }
    this.length = to;
  }

  /**
   * @param data - an array that holds a row.
   * @param from - where the row begins.
   * @param pattern - a pattern.
   * @returns whether all its groups are settled there.
   */
  isSettled(data: Int32Array, from: number, pattern: number): boolean {
    const { words, groupsOf } = this.#program;
    for (let word = 0; word < words; word++) {
      if (((groupsOf[pattern * words + word] ?? 0) & ~(data[from + word] ?? 0)) !== 0) return false;
    }
    return true;
  }
}

function separatorOf(letter: number): number {
  return letter === COLON_LETTER ? NO_COLON : letter === SLASH_LETTER ? NO_SLASH : 0;
}
