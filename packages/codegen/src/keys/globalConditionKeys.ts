import { globalConditionKeys, type ConditionKey } from '@policywright/catalog';
import { byCodePoint } from '../names/byCodePoint.ts';

/** Global by name, but only some actions have them: the catalog says which. */
const OF_SOME_ACTIONS: ReadonlySet<string> = new Set([
  'aws:RequestTag/${TagKey}',
  'aws:ResourceTag/${TagKey}',
  'aws:TagKeys',
]);

/** The catalog has one type a key; this one compares as a date and as a number (rule S101). */
const EPOCH_AS_NUMBER: ConditionKey = { name: 'aws:EpochTime', type: 'Numeric', multivalued: false };

/** The condition keys that a request for any action may have, by code point. */
export const GLOBAL_CONDITION_KEYS: readonly ConditionKey[] = globalConditionKeys
  .filter(({ name }) => !OF_SOME_ACTIONS.has(name))
  .map(({ name, type, multivalued }): ConditionKey => ({ name, type, multivalued }))
  .concat(EPOCH_AS_NUMBER)
  .sort((left, right) => byCodePoint(left.name, right.name) || byCodePoint(left.type, right.type));
