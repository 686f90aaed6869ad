/**
 * Tells whether a value that nothing is known of, such as one that `JSON.parse` gave, has members by name.
 *
 * @param value - anything.
 * @returns whether it is an object, and neither `null` nor a list.
 */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
