import { findConditionKey, type ConditionKeyType } from '@policywright/catalog';

/** Of types whose values look like nothing else. */
const BY_TYPE: Readonly<Partial<Record<ConditionKeyType, string>>> = {
  Bool: 'true',
  Numeric: '1',
  Date: '2026-01-01T00:00:00Z',
  IPAddress: '203.0.113.7',
};

/**
 * A value of a context key, by the type that the catalog knows.
 *
 * @param key - as a policy spells it.
 * @returns `undefined` for texts.
 */
export function exampleValue(key: string): string | undefined {
  const found = findConditionKey(key);
  return found === undefined ? undefined : BY_TYPE[found.type];
}
