/** How much of a quota is used. */
export interface Measurement<Name extends string, Unit extends string> {
  readonly name: Name;
  readonly limit: number;
  readonly used: number;
  /** `limit - used`, negative where the quota is exceeded. */
  readonly remaining: number;
  readonly unit: Unit;
}

/**
 * Makes a measurement.
 *
 * @param quota - the quota's name and unit.
 * @param limit - the limit that applies.
 * @param used - how much is used, in the same unit.
 * @returns both with what remains.
 */
export function measurement<Name extends string, Unit extends string>(
  quota: { readonly name: Name; readonly unit: Unit },
  limit: number,
  used: number,
): Measurement<Name, Unit> {
  return { name: quota.name, limit, used, remaining: limit - used, unit: quota.unit };
}
