import { findGlobalKey } from '@policywright/catalog';
import { isLooseKey } from '../../data/looseKeys.ts';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';

/**
 * Whether a key belongs to certain actions: a key of a service, not one that any request can have, nor one for
 * tags, which the rules on tag keys look at.
 */
export function isActionKey({ key, definition }: ConditionFacts): boolean {
  if (definition === undefined || key.startsWith('aws:') || isLooseKey(key)) return false;
  return findGlobalKey(key) === undefined && !key.slice(0, key.indexOf(':')).includes('.');
}

/** Whether a key is of the tags that a request or its resource has (rule S182). */
export function isTagKey({ key }: ConditionFacts): boolean {
  return key === 'aws:tagkeys' || key.startsWith('aws:resourcetag/') || key.startsWith('aws:requesttag/');
}
