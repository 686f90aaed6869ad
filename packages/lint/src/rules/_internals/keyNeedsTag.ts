import { findConditionKey } from '@policywright/catalog';

/**
 * Whether a key is the part of a tag key in front of the tag's name: `aws:ResourceTag`, `aws:ResourceTag/`.
 *
 * @param key - a condition key that the catalog does not have.
 */
export function keyNeedsTag(key: string): boolean {
  const stem = key.endsWith('/') ? key.slice(0, -1) : key;
  return (
    !stem.includes('/') && findConditionKey(stem) === undefined && findConditionKey(`${stem}/x`) !== undefined
  );
}
