const STEPS = [
  { unit: 's', nanoseconds: 1e9 },
  { unit: 'ms', nanoseconds: 1e6 },
  { unit: 'us', nanoseconds: 1e3 },
  { unit: 'ns', nanoseconds: 1 },
] as const;

/**
 * Writes a time with the unit that suits it.
 *
 * @param nanoseconds - the time.
 * @returns such as `1.24 us`.
 */
export function duration(nanoseconds: number): string {
  const step = STEPS.find((candidate) => nanoseconds >= candidate.nanoseconds) ?? STEPS[3];
  return `${figure(nanoseconds / step.nanoseconds)} ${step.unit}`;
}

/**
 * Writes a number with three significant digits, large ones in full.
 *
 * @param value - the number.
 */
export function figure(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}

/**
 * Writes how often one figure goes into another.
 *
 * @returns such as `3.2 x`.
 */
export function ratio(value: number, to: number): string {
  return `${figure(value / to)} x`;
}
