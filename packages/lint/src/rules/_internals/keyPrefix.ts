/**
 * The service or the identity provider that a condition key names; `undefined` where it lacks that or the name behind
 * it, which is another mistake.
 *
 * @param key - as a policy writes it.
 */
export function keyPrefix(key: string): string | undefined {
  return /^([^:]+):./s.exec(key)?.[1];
}
