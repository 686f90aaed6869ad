import { dateReadings, type DateReading } from './dateReading.ts';
import { compareFractions, instantFraction, instantSeconds } from './instant.ts';

/**
 * Compares two values as the date operators do (S96 to S101), in whatever form they are written.
 *
 * @param left - a value of the policy or of the request.
 * @param right - another.
 * @returns -1, 0 or 1 as the left is earlier, the same instant or later; `undefined` if one is no date, or where the
 * readings of four digits and of long epoch times differ (S99, S100).
 */
export function compareDates(left: string, right: string): -1 | 0 | 1 | undefined {
  const [first, ...others] = dateReadings({ fourDigitDate: 'undecided', epochMilliseconds: 'undecided' });
  const order = orderBy(first, left, right);
  return others.every((reading) => orderBy(reading, left, right) === order) ? order : undefined;
}

function orderBy(reading: DateReading, left: string, right: string): -1 | 0 | 1 | undefined {
  const difference = instantSeconds(left, reading) - instantSeconds(right, reading);
  if (Number.isNaN(difference)) return undefined;
  if (difference !== 0) return difference < 0 ? -1 : 1;
  return compareFractions(instantFraction(left, reading), instantFraction(right, reading));
}
