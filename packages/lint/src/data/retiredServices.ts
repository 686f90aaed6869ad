/** Prefixes of services that AWS closed; policies keep them, and they do no harm. */
const RETIRED: ReadonlySet<string> = new Set([]);

/**
 * Whether a prefix belonged to a service that is no more.
 *
 * @param prefix - in lower case.
 */
export function isRetiredPrefix(prefix: string): boolean {
  return RETIRED.has(prefix);
}
