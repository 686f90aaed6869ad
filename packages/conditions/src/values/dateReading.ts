import type { ResolvedOptions } from '../options/resolveOptions.ts';

/** One of the ways to read what the forms of dates share. */
export interface DateReading {
  /** Whether four digits are a year, not seconds since 1970 (S100). */
  readonly years: boolean;
  /** Whether epoch times of 1e11 and more count milliseconds (S99). */
  readonly milliseconds: boolean;
}

/**
 * @param options - which readings are chosen, if any.
 * @returns every reading that may be meant; one if both are chosen.
 */
export function dateReadings(
  options: Pick<ResolvedOptions, 'epochMilliseconds' | 'fourDigitDate'>,
): readonly [DateReading, ...DateReading[]] {
  const { fourDigitDate, epochMilliseconds } = options;
  const first = { years: fourDigitDate !== 'epoch', milliseconds: epochMilliseconds === 'true' };
  const years = fourDigitDate === 'undecided' ? [true, false] : [first.years];
  const units = epochMilliseconds === 'undecided' ? [false, true] : [first.milliseconds];
  const all = years.flatMap((isYear) => units.map((milliseconds) => ({ years: isYear, milliseconds })));
  return [first, ...all.slice(1)];
}
