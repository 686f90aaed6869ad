const MOST_DIGITS = 15;
const POWERS = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
  1e20, 1e21, 1e22,
];

/**
 * Reads a plain decimal text of at most 15 digits, without exponent and without allocating.
 *
 * Two such texts are equal, or ordered, exactly when their doubles are: doubles keep 15 digits, and mantissa and
 * power of ten are both exact here, so that the division rounds once.
 *
 * @param text - the text, such as `-10.50`.
 * @returns the number, or NaN when the text is longer, has an exponent or is no number: `parseDecimal` tells.
 */
export function parseShortNumber(text: string): number {
  const negative = text.charCodeAt(0) === 45;
  const start = negative ? 1 : 0;
  // One point at most, and no need for a longer look.
  if (text.length - start > MOST_DIGITS + 1) return NaN;
  let mantissa = 0;
  let digits = 0;
  let point = -1;
  for (let index = start; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) {
      mantissa = mantissa * 10 + (code - 48);
      digits++;
    } else if (code === 46 && point < 0 && digits > 0) {
      point = index;
    } else {
      return NaN;
    }
  }
  if (digits === 0 || digits > MOST_DIGITS || point === text.length - 1) return NaN;
  const value = point < 0 ? mantissa : mantissa / (POWERS[text.length - 1 - point] ?? NaN);
  return negative ? -value : value;
}
