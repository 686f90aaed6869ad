import type { Condition, ListElement, PrincipalElement, Statement } from '@policywright/policy';

/** Texts that are equal exactly where the parts of two statements are the same up to order and repetition. */
export interface StatementKeys {
  readonly effect: string;
  readonly sid: string;
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  /** One for each condition, sorted. */
  readonly conditions: readonly string[];
}

/** The keys of a statement. */
export function keysOf({ effect, sid, principal, action, resource, conditions }: Statement): StatementKeys {
  return {
    effect,
    sid: JSON.stringify(sid ?? null),
    principal: principalKey(principal),
    action: listKey(action),
    resource: resource === undefined ? '' : listKey(resource),
    conditions: conditions.map(conditionKey).sort(),
  };
}

/** The key of a condition. */
export function conditionKey(condition: Condition): string {
  // The case of a key says nothing (rule S73).
  const test = testKey({ ...condition, key: condition.key.toLowerCase() });
  return JSON.stringify([test, unique(condition.values)]);
}

/** The key of a condition without its values. */
export function testKey({ operator: { name, qualifier, ifExists }, key }: Condition): string {
  return JSON.stringify([name, qualifier ?? '', ifExists, key]);
}

/** Joins keys into one. */
export function joinKeys(...keys: readonly (string | readonly string[])[]): string {
  return JSON.stringify(keys);
}

function principalKey(principal: PrincipalElement | undefined): string {
  if (principal === undefined) return '';
  const entries = principal.entries.map(({ kind, value }) => `${kind} ${value}`);
  return JSON.stringify([principal.negated, unique(entries)]);
}

function listKey({ negated, values }: ListElement): string {
  return JSON.stringify([negated, unique(values)]);
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
