import { COLON } from '../_internals/codes.ts';
import { isSymbol, type Spellings } from './familyPattern.ts';

/** The letter of every unit that no pattern names. */
export const OTHER_LETTER = 0;
/** The letter of the colon, which confined wildcards do not take. */
export const COLON_LETTER = 1;
/** The letter of the slash, which others do not take. */
export const SLASH_LETTER = 2;

const SLASH = 47;

/**
 * Numbers what patterns can tell apart: the units that they name are *letters*, and literals that take the same
 * letters are one *class*.
 */
export class Alphabet {
  /** The unit of each letter; of the first, one that no pattern names, or -1 where they name all. */
  readonly units: number[] = [-1, COLON, SLASH];
  /** The letters that the literals of each class take. */
  readonly classes: (readonly number[])[] = [];
  readonly #letters = new Map<number, number>([
    [COLON, COLON_LETTER],
    [SLASH, SLASH_LETTER],
  ]);
  readonly #plain = new Map<number, number>();
  readonly #folded = new Map<Spellings, Map<number, number>>();

  /**
   * @param unit - a literal of a pattern.
   * @param spellings - how the pattern folds letters.
   * @returns the literal's class.
   */
  classOf(unit: number, spellings: Spellings | undefined): number {
    const known = this.#tableOf(spellings);
    const found = known.get(unit);
    if (found !== undefined) return found;
    const units = spellings === undefined || isSymbol(unit) ? [unit] : spellings(unit);
    this.classes.push(units.map((one) => this.#letterOf(one)));
    known.set(unit, this.classes.length - 1);
    return this.classes.length - 1;
  }

  /**
   * Ends the collection: finds a unit that no pattern names, one that reads well in a witness if there is any.
   *
   * @returns for each class and each letter, at class x letters + letter, whether the class takes the letter.
   */
  close(): Uint8Array {
    this.units[OTHER_LETTER] = this.#unnamed();
    const width = this.units.length;
    const takes = new Uint8Array(this.classes.length * width);
    this.classes.forEach((letters, index) => {
      for (const letter of letters) takes[index * width + letter] = 1;
    });
    return takes;
  }

  #tableOf(spellings: Spellings | undefined): Map<number, number> {
    if (spellings === undefined) return this.#plain;
    const known = this.#folded.get(spellings);
    if (known !== undefined) return known;
    const made = new Map<number, number>();
    this.#folded.set(spellings, made);
    return made;
  }

  #letterOf(unit: number): number {
    const known = this.#letters.get(unit);
    if (known !== undefined) return known;
    this.units.push(unit);
    this.#letters.set(unit, this.units.length - 1);
    return this.units.length - 1;
  }

  #unnamed(): number {
    for (let unit = 120; unit > 96; unit--) if (!this.#letters.has(unit)) return unit;
    for (let unit = 48; unit < 0x10000; unit++) if (!this.#letters.has(unit)) return unit;
    return -1;
  }
}
