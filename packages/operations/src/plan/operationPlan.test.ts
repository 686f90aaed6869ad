import { operationsWithMembers, services } from '@policywright/catalog';
import { describe, expect, test } from 'vitest';
import { operationPlan } from './operationPlan.ts';

/** How much is known of the resources of an operation's calls. */
function knowledgeOf(name: string): 'facts' | 'no resources' | 'types' {
  const plan = operationPlan(name);
  if (plan?.members !== undefined) return 'facts';
  return plan?.actions.every(({ action }) => action.wildcardOnly) === true ? 'no resources' : 'types';
}

describe('what is known of calls', () => {
  test('is all of some 290 operations, and of those whose actions take no resources; of others the types', () => {
    const counts = { facts: 0, 'no resources': 0, types: 0 };
    for (const { actions } of services())
      for (const { fullName, permissionOnly } of actions)
        if (permissionOnly !== true) counts[knowledgeOf(fullName)]++;
    const named = services().flatMap(({ prefix }) => operationsWithMembers(prefix));
    expect([named.length, counts]).toEqual([299, { facts: 279, 'no resources': 5461, types: 14_994 }]);
  });

  test('is of every operation of Amazon ECS', () => {
    const actions = services().find(({ prefix }) => prefix === 'ecs')?.actions ?? [];
    const without = actions.filter(
      ({ fullName, permissionOnly }) => permissionOnly !== true && knowledgeOf(fullName) === 'types',
    );
    expect(without.map(({ name }) => name)).toEqual([]);
  });
});
