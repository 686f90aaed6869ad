import type { DateReading } from './dateReading.ts';
import { isoSeconds } from './isoDate.ts';

const MOST_EPOCH_DIGITS = 15;
const FIRST_MILLISECONDS = 1e11;
const MILLISECOND_DIGITS = 12;

/**
 * Reads a date of the W3C profile of ISO 8601 (S97) or an epoch time (S99) down to the whole second, without
 * allocating.
 *
 * @param text - the date: `2020-04-01`, `2020-04-01T12:00:00.5+02:00`, `1585699200`, `-1.5`.
 * @param reading - how to read what both forms share; no date is one by another reading.
 * @returns seconds since 1970-01-01T00:00:00Z, rounded down, or NaN if the text is no date.
 */
export function instantSeconds(text: string, reading: DateReading): number {
  if (isIsoDate(text, reading)) return isoSeconds(text);
  const negative = text.charCodeAt(0) === 45;
  const point = text.indexOf('.');
  const end = point < 0 ? text.length : point;
  const whole = readDigits(text, negative ? 1 : 0, end);
  if (Number.isNaN(whole) || (point >= 0 && !isFraction(text, point))) return NaN;
  const unit = isMilliseconds(whole, reading) ? 1000 : 1;
  if (!negative) return Math.floor(whole / unit);
  const hasRest = whole % unit !== 0 || hasNonZero(text, end + 1);
  return (hasRest ? -1 : 0) - Math.floor(whole / unit);
}

/**
 * Reads what `instantSeconds` leaves out.
 *
 * @param text - a text for which `instantSeconds` gives a number.
 * @param reading - the same reading.
 * @returns the fraction of the second as decimal digits without trailing zeros; `''` for none.
 */
export function instantFraction(text: string, reading: DateReading): string {
  const point = text.indexOf('.');
  if (isIsoDate(text, reading)) return point < 0 ? '' : trimZeros(leadingDigits(text, point + 1));
  const negative = text.charCodeAt(0) === 45;
  const whole = text.slice(negative ? 1 : 0, point < 0 ? text.length : point);
  const rest = point < 0 ? '' : text.slice(point + 1);
  const fraction = trimZeros(isMilliseconds(Number(whole), reading) ? whole.slice(-3) + rest : rest);
  return negative ? complement(fraction) : fraction;
}

/**
 * Compares two fractions of `instantFraction`: they have no trailing zeros, so that their order is that of their digits
 * as text.
 */
export function compareFractions(left: string, right: string): -1 | 0 | 1 {
  return left === right ? 0 : left < right ? -1 : 1;
}

/**
 * Tells whether a date is the same instant by every reading, so that one is enough. Answers no for a few more.
 *
 * @param text - a text for which `instantSeconds` gives a number.
 * @returns whether it is neither four digits nor as long as an epoch time of 1e11.
 */
export function hasOneReading(text: string): boolean {
  if (text.length === 4) return text.charCodeAt(0) === 45 || text.includes('.');
  return text.length < MILLISECOND_DIGITS || text.charCodeAt(4) === 45;
}

function isIsoDate(text: string, reading: DateReading): boolean {
  if (text.length === 4) return reading.years && text.charCodeAt(0) !== 45 && !text.includes('.');
  return text.length > 4 && text.charCodeAt(4) === 45;
}

function isMilliseconds(whole: number, reading: DateReading): boolean {
  return reading.milliseconds && whole >= FIRST_MILLISECONDS;
}

function readDigits(text: string, start: number, end: number): number {
  if (start === end || end - start > MOST_EPOCH_DIGITS) return NaN;
  let value = 0;
  for (let index = start; index < end; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

function isFraction(text: string, point: number): boolean {
  for (let index = point + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 48 || code > 57) return false;
  }
  return point + 1 < text.length;
}

function hasNonZero(text: string, start: number): boolean {
  for (let index = start; index < text.length; index++) if (text.charCodeAt(index) !== 48) return true;
  return false;
}

function leadingDigits(text: string, start: number): string {
  let end = start;
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return text.slice(start, end);
}

function trimZeros(digits: string): string {
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === 48) end--;
  return digits.slice(0, end);
}

/** One minus the fraction: times before 1970 are rounded down to the second, and the fraction counts up from it. */
function complement(fraction: string): string {
  let result = '';
  for (let index = 0; index < fraction.length; index++) {
    const digit = fraction.charCodeAt(index) - 48;
    result += String(index === fraction.length - 1 ? 10 - digit : 9 - digit);
  }
  return result;
}
