import { instantSeconds } from './instant.ts';

const YEARS = { years: true, milliseconds: false } as const;
const SECONDS = { years: false, milliseconds: false } as const;
const MILLISECONDS = { years: true, milliseconds: true } as const;

/**
 * The forms that a value of a date operator can have: a date of the W3C profile of ISO 8601 (S97); seconds since
 * 1970 (S99); four digits, which are a year or seconds (S100); or so many digits that they are seconds or
 * milliseconds (S99). The last two leave a comparison undecided where the readings differ.
 */
export type DateForm = 'calendar' | 'epoch' | 'year-or-epoch' | 'seconds-or-milliseconds';

/**
 * Tells how the date operators read a value.
 *
 * @param text - a value of the policy or of the request.
 * @returns its form, or `undefined` if it is no date: a day or an hour that does not exist, a time without a zone.
 */
export function dateForm(text: string): DateForm | undefined {
  const seconds = instantSeconds(text, YEARS);
  if (Number.isNaN(seconds)) return undefined;
  if (instantSeconds(text, SECONDS) !== seconds) return 'year-or-epoch';
  if (instantSeconds(text, MILLISECONDS) !== seconds) return 'seconds-or-milliseconds';
  return /^-?[0-9]+(?:\.[0-9]+)?$/.test(text) ? 'epoch' : 'calendar';
}
