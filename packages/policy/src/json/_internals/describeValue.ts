/**
 * Says what a JavaScript value is that stands where it must not.
 *
 * @param value - anything; nothing of it is called or read.
 */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return `\`${String(value)}\``;
  if (typeof value === 'object') return 'an object';
  return typeof value === 'number' ? `\`${value}\`` : `a ${typeof value}`;
}
