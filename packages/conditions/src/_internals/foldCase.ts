/**
 * Folds the case of one UTF-16 code unit; never changes the length of a text.
 *
 * @param code - the code unit.
 * @returns the code unit of the lower-case letter, or the same for what has no case.
 */
export function foldCode(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  return foldWide(code);
}

function foldWide(code: number): number {
  if (code < 256) return code >= 0xc0 && code <= 0xde && code !== 0xd7 ? code + 32 : code;
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

/**
 * Compares two texts without regard to case and without allocating.
 *
 * @param left - one text.
 * @param right - the other.
 * @returns whether they are equal but for case.
 */
export function equalsIgnoreCase(left: string, right: string): boolean {
  return left.length === right.length && startsWithIgnoreCase(left, right, 0);
}

/**
 * Tells whether a text holds another at an offset, without regard to case.
 *
 * @param text - the text to look into.
 * @param part - what it should hold.
 * @param offset - where, in UTF-16 units.
 * @returns whether it does.
 */
export function startsWithIgnoreCase(text: string, part: string, offset: number): boolean {
  if (offset + part.length > text.length) return false;
  // Backwards: context keys of one length share their heads (`aws:Principal...`) and differ at the end.
  for (let index = part.length - 1; index >= 0; index--) {
    const one = text.charCodeAt(offset + index);
    const other = part.charCodeAt(index);
    if (one !== other && foldCode(one) !== foldCode(other)) return false;
  }
  return true;
}

/**
 * Hashes a text so that spellings that differ only in case have one hash (FNV-1a).
 *
 * @param text - the text.
 * @returns a signed 32-bit hash.
 */
export function hashIgnoreCase(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ foldCode(text.charCodeAt(index)), 0x01000193);
  }
  return hash | 0;
}

/** The Kelvin sign, whose lower-case letter is `k`: of the ASCII letters the only one with a third spelling. */
const KELVIN = 0x212a;
let wideSpellings: ReadonlyMap<number, readonly number[]> | undefined;

/**
 * Gives every code unit that `foldCode` makes one of.
 *
 * @param folded - a code unit that `foldCode` gives.
 * @returns the code units, each once.
 */
export function spellingsOf(folded: number): readonly number[] {
  if (folded >= 128) {
    wideSpellings ??= readWideSpellings();
    return wideSpellings.get(folded) ?? [];
  }
  if (folded < 97 || folded > 122) return [folded];
  return folded === 107 ? [folded, 75, KELVIN] : [folded, folded - 32];
}

/** Goes through all code units once, which takes milliseconds, and few policies need. */
function readWideSpellings(): ReadonlyMap<number, readonly number[]> {
  const spellings = new Map<number, number[]>();
  for (let unit = 128; unit < 0x10000; unit++) {
    const folded = foldWide(unit);
    const known = spellings.get(folded);
    if (known === undefined) spellings.set(folded, [unit]);
    else known.push(unit);
  }
  return spellings;
}
