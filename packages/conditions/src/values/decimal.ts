/** A number, exactly: `sign` times 0.`digits` times ten to the power of `exponent`. */
export interface Decimal {
  /** 0 exactly for zero, which has no digits. */
  readonly sign: -1 | 0 | 1;
  /** Decimal digits that neither begin nor end with 0. */
  readonly digits: string;
  readonly exponent: number;
}

const SYNTAX = /^(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?)0*([0-9]{1,9}))?$/;
const ZERO: Decimal = { sign: 0, digits: '', exponent: 0 };

/**
 * Reads a number of any length, exactly (S95).
 *
 * @param text - digits, perhaps after `-`, perhaps with a fraction and an exponent of at most nine digits:
 * `010`, `-0.50`, `1e3`. No `+` before the number, no blanks, no point without digits on both sides.
 * @returns the number, or `undefined` if the text is anything else.
 */
export function parseDecimal(text: string): Decimal | undefined {
  const match = SYNTAX.exec(text);
  if (match === null) return undefined;
  const [, minus, whole = '', fraction = '', exponentSign, exponent = '0'] = match;
  const all = whole + fraction;
  let first = 0;
  while (all[first] === '0') first++;
  if (first === all.length) return ZERO;
  let end = all.length;
  while (all[end - 1] === '0') end--;
  const scale = exponentSign === '-' ? -Number(exponent) : Number(exponent);
  return {
    sign: minus === '-' ? -1 : 1,
    digits: all.slice(first, end),
    exponent: whole.length - first + scale,
  };
}

/**
 * Tells whether the numeric operators read a value (S95).
 *
 * @param text - a value of the policy or of the request.
 * @returns whether `parseDecimal` reads it.
 */
export function isNumber(text: string): boolean {
  return parseDecimal(text) !== undefined;
}

/**
 * Compares two values as the numeric operators do (S94, S95): exactly, however long they are.
 *
 * @param left - a value of the policy or of the request.
 * @param right - another.
 * @returns -1, 0 or 1 as the left is less, equal or greater, or `undefined` if one is no number.
 */
export function compareNumbers(left: string, right: string): -1 | 0 | 1 | undefined {
  const [a, b] = [parseDecimal(left), parseDecimal(right)];
  return a === undefined || b === undefined ? undefined : compareDecimals(a, b);
}

/**
 * Compares two numbers exactly.
 *
 * @param left - one number.
 * @param right - the other.
 * @returns -1, 0 or 1 as the left is less, equal or greater.
 */
export function compareDecimals(left: Decimal, right: Decimal): -1 | 0 | 1 {
  if (left.sign !== right.sign) return left.sign < right.sign ? -1 : 1;
  if (left.exponent === right.exponent && left.digits === right.digits) return 0;
  const larger =
    left.exponent === right.exponent ? left.digits > right.digits : left.exponent > right.exponent;
  const positive = left.sign > 0;
  return larger === positive ? 1 : -1;
}
