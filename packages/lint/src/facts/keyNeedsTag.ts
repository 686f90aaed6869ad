import { findConditionKey } from '@policywright/catalog';

/**
 * Whether a key is the part of a tag key in front of the tag's name: `aws:ResourceTag`, `aws:ResourceTag/`.
 *
 * @param key - a condition key that the catalog does not have.
 */
export function keyNeedsTag(key: string): boolean {
  const slash = key.indexOf('/');
  if (slash >= 0 && slash < key.length - 1) return false;
  const stem = slash < 0 ? key : key.slice(0, slash);
  return findConditionKey(stem) === undefined && findConditionKey(`${stem}/x`) !== undefined;
}
