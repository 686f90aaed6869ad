/** Condition keys that more actions have than the reference lists, by start, in lower case. */
const LOOSE: readonly string[] = ['aws-marketplace:', 'iottwinmaker:linkedservices'];

/** Multivalued keys that AWS's own policies compare without a set operator, since requests have one value of them. */
const ONE_VALUE: ReadonlySet<string> = new Set(['events:detail-type', 'events:source']);

/** Whether the reference does not say reliably which actions have a key. */
export function isLooseKey(key: string): boolean {
  return LOOSE.some((start) => key.startsWith(start));
}

/** Whether requests have one value of a key that the reference calls multivalued. */
export function hasOneValue(key: string): boolean {
  return ONE_VALUE.has(key);
}
