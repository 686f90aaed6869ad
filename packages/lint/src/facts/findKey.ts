import { findConditionKey } from '@policywright/catalog';
import type { ConditionKey } from '@policywright/catalog';
import { EXTRA_KEYS } from '../data/extraKeys.ts';

/**
 * Finds the definition of a condition key as a policy writes it, also of keys for tags whose name the reference
 * writes as `tag-key` or leaves out.
 *
 * @param key - in any letter case.
 */
export function findKey(key: string): ConditionKey | undefined {
  const found = findConditionKey(key) ?? EXTRA_KEYS.get(key.toLowerCase());
  const slash = key.indexOf('/');
  if (found !== undefined || slash < 0 || slash === key.length - 1) return found;
  const stem = key.slice(0, slash + 1);
  return findConditionKey(`${stem}tag-key`) ?? findConditionKey(stem);
}
