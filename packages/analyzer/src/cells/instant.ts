import {
  compareFractions,
  instantFraction,
  instantSeconds,
  type DateReading,
} from '@policywright/conditions/engine';

/** A number of seconds: a whole one, rounded down, and the digits of the rest, without zeros at the end. */
export interface Instant {
  readonly whole: number;
  readonly fraction: string;
}

/**
 * @param text - a date of a policy.
 * @param reading - how to read it.
 * @returns the instant.
 */
export function instantOf(text: string, reading: DateReading): Instant {
  return { whole: instantSeconds(text, reading), fraction: instantFraction(text, reading) };
}

/** Orders instants. */
export function compareInstants(left: Instant, right: Instant): number {
  return left.whole - right.whole || compareFractions(left.fraction, right.fraction);
}

/**
 * @param low - an instant.
 * @param high - a later one.
 * @returns one between, on a whole second where there is one.
 */
export function instantBetween(low: Instant, high: Instant): Instant {
  const next = { whole: low.whole + 1, fraction: '' };
  if (compareInstants(next, high) < 0) return next;
  const zeros = low.whole === high.whole ? high.fraction.length : 0;
  return { whole: low.whole, fraction: `${low.fraction}${'0'.repeat(zeros)}5` };
}

/**
 * Writes an instant as seconds since 1970.
 *
 * @param instant - the instant.
 * @returns the text.
 */
export function epochText({ whole, fraction }: Instant): string {
  if (fraction === '') return String(whole);
  if (whole >= 0) return `${whole}.${fraction}`;
  const scale = 10n ** BigInt(fraction.length);
  const parts = BigInt(-whole) * scale - BigInt(fraction);
  return `-${parts / scale}.${String(parts % scale).padStart(fraction.length, '0')}`;
}

/**
 * Writes an instant as a date with time.
 *
 * @param instant - the instant.
 * @returns the text, or `undefined` outside the years 0 to 9999.
 */
export function calendarText({ whole, fraction }: Instant): string | undefined {
  if (whole < FIRST_SECOND || whole > LAST_SECOND) return undefined;
  const text = new Date(whole * 1000).toISOString().slice(0, 19);
  return fraction === '' ? `${text}Z` : `${text}.${fraction}Z`;
}

/** The first second of the year 0 and the last of the year 9999, from 1970 on. */
const FIRST_SECOND = -62_167_219_200;
const LAST_SECOND = 253_402_300_799;
