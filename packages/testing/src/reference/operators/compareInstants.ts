import type { ValuePair } from './valuePair.ts';

/** A point in time: whole seconds since 1970 and the digits of the fraction. */
interface Instant {
  readonly seconds: number;
  readonly fraction: string;
}

const EPOCH = /^(-?\d{1,15})(?:\.(\d+))?$/;
const W3C = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d:\d\d))?)?)?$/;

/** How to read what may be meant in two ways. */
export interface DateReading {
  /** Four digits (S100). */
  readonly fourDigits: 'year' | 'epoch';
  /** Epoch times of 1e11 and more (S99). */
  readonly long: 'seconds' | 'milliseconds';
}

/** Every way to read dates. */
export const DATE_READINGS: readonly DateReading[] = [
  { fourDigits: 'year', long: 'seconds' },
  { fourDigits: 'year', long: 'milliseconds' },
  { fourDigits: 'epoch', long: 'seconds' },
  { fourDigits: 'epoch', long: 'milliseconds' },
];

/**
 * S96 to S100: how the request's instant stands to the policy's.
 *
 * @returns negative, zero or positive; `undefined` where either is not a date.
 */
export function compareInstants({ request, policy }: ValuePair, reading: DateReading): number | undefined {
  const left = readInstant(request, reading);
  const right = readInstant(policy, reading);
  if (left === undefined || right === undefined) return undefined;
  if (left.seconds !== right.seconds) return left.seconds - right.seconds;
  const digits = Math.max(left.fraction.length, right.fraction.length);
  const [a, b] = [left.fraction.padEnd(digits, '0'), right.fraction.padEnd(digits, '0')];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function readInstant(text: string, { fourDigits, long }: DateReading): Instant | undefined {
  const date = W3C.exec(text);
  if (date !== null && !(text.length === 4 && fourDigits === 'epoch')) return readDate(date);
  const epoch = EPOCH.exec(text); // S99
  if (epoch === null) return undefined;
  const [, whole = '', digits = ''] = epoch;
  if (long === 'seconds' || Math.abs(Number(whole)) < 1e11) return readEpoch(whole, digits);
  return readEpoch(whole.slice(0, -3), whole.slice(-3) + digits);
}

/** `-1.25` lies 0.75 after the second -2: fractions count forward from the second before. */
function readEpoch(whole: string, digits: string): Instant {
  if (!whole.startsWith('-') || /^0*$/.test(digits)) return { seconds: Number(whole), fraction: digits };
  const rest = 10n ** BigInt(digits.length) - BigInt(digits);
  return { seconds: Number(whole) - 1, fraction: rest.toString().padStart(digits.length, '0') };
}

function readDate(match: RegExpExecArray): Instant | undefined {
  const [
    ,
    year,
    month = '01',
    day = '01',
    hour = '00',
    minute = '00',
    second = '00',
    fraction = '',
    zone = 'Z',
  ] = match;
  const [y, m, d, h, min, s] = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m)) return undefined;
  if (h > 23 || min > 59 || s > 59) return undefined;
  const offset = readZone(zone);
  if (offset === undefined) return undefined;
  return { seconds: daysSince1970(y, m, d) * 86_400 + h * 3_600 + min * 60 + s - offset, fraction };
}

/** The offset of `Z` or `±hh:mm` from UTC, in seconds. */
function readZone(zone: string): number | undefined {
  if (zone === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4, 6))];
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 3_600 + minutes * 60);
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function daysSince1970(year: number, month: number, day: number): number {
  let days = day - 1;
  for (let m = 1; m < month; m += 1) days += daysInMonth(year, m);
  for (let y = 1970; y < year; y += 1) days += isLeapYear(y) ? 366 : 365;
  for (let y = year; y < 1970; y += 1) days -= isLeapYear(y) ? 366 : 365;
  return days;
}
