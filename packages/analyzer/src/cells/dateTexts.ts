import type { ConditionDescription } from '@policywright/conditions/engine';
import {
  calendarText,
  compareInstants,
  epochText,
  instantBetween,
  instantOf,
  type Instant,
} from './instant.ts';
import { UNREADABLE_TEXT } from './realElements.ts';

/**
 * The values of a key that date conditions tell apart (S96 to S101): each limit, an instant between each two and beyond
 * either end, written in every form that a date has; and a text that is no date.
 *
 * Where a reading is open (S99, S100), four digits are two instants and long numbers are, too. What the conditions say of the
 * number in such a text changes only at the limits, read either way: so that the numbers beside those are enough.
 *
 * @param conditions - the conditions; all compare dates.
 * @returns texts: every text but the empty one is for all conditions what one of them is.
 */
export function dateTexts(conditions: readonly ConditionDescription[]): readonly string[] {
  const points = distinct(conditions.flatMap(limitsOf).flatMap((limit) => [limit, inMilliseconds(limit)]));
  const all: Instant[] = [...EXTREMES];
  points.forEach((point, index) => {
    const next = points[index + 1];
    all.push({ whole: point.whole - 1, fraction: '' }, point, { whole: point.whole + 1, fraction: '' });
    if (next !== undefined) all.push(instantBetween(point, next));
  });
  const texts = all.flatMap((instant) => [
    calendarText(instant) ?? epochText(instant),
    epochText(instant),
    ...fourDigits(instant.whole),
    ...fourDigits(yearOf(instant)),
  ]);
  return [...texts, ...EXTREME_TEXTS, UNREADABLE_TEXT];
}

/** The ends of the range in which a number is seconds by every reading, and an instant of today. */
const EXTREMES: readonly Instant[] = [
  { whole: 1_767_225_600, fraction: '' },
  { whole: -99_999_999_999, fraction: '' },
  { whole: 99_999_999_999, fraction: '' },
  { whole: -100_000_000_000, fraction: '' },
  { whole: 100_000_000_000, fraction: '' },
];

/** The first and last dates that can be written in each form. */
const EXTREME_TEXTS: readonly string[] = [
  '0000-01-01T00:00:00+23:59',
  '9999-12-31T23:59:59.9-23:59',
  '999999999999999.9',
  '-999999999999999.9',
  '99999999999.9',
  '-99999999999.9',
  '0000',
  '9999',
];

function limitsOf({ values }: ConditionDescription): readonly Instant[] {
  if (values.theory !== 'date') return [];
  const { limits, readings } = values;
  return limits.flatMap((limit) => readings.map((reading) => instantOf(limit, reading)));
}

/** The number that stands for an instant where numbers are milliseconds. */
function inMilliseconds({ whole, fraction }: Instant): Instant {
  const shifted = whole * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
  return { whole: shifted, fraction: fraction.slice(3) };
}

function distinct(instants: readonly Instant[]): readonly Instant[] {
  const sorted = instants.toSorted(compareInstants);
  return sorted.filter((instant, index) => {
    const before = sorted[index - 1];
    return before === undefined || compareInstants(before, instant) !== 0;
  });
}

function yearOf(instant: Instant): number {
  return Number(calendarText(instant)?.slice(0, 4) ?? -1);
}

function fourDigits(number: number): readonly string[] {
  return [number - 1, number, number + 1]
    .filter((one) => one >= 0 && one <= 9999)
    .map((one) => String(one).padStart(4, '0'));
}
