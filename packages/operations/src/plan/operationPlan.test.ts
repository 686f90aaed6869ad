import { readFileSync } from 'node:fs';
import { operationsWithMembers, services, type ActionName } from '@policywright/catalog';
import { describe, expect, test } from 'vitest';
import { operationPlan } from './operationPlan.ts';

/** How much is known of the resources of an operation's calls. */
function knowledgeOf(name: string): 'reviewed' | 'by name' | 'no resources' | 'types' {
  const plan = operationPlan(name);
  if (plan?.members !== undefined) return plan.members.source.checked ? 'reviewed' : 'by name';
  return plan?.actions.every(({ action }) => action.wildcardOnly) === true ? 'no resources' : 'types';
}

describe('what is known of calls', () => {
  test('is all of some operations, the resource of more by the names of members; of others the types, as the README says', () => {
    const counts = { reviewed: 0, 'by name': 0, 'no resources': 0, types: 0 };
    for (const { actions } of services())
      for (const { fullName, permissionOnly } of actions)
        if (permissionOnly !== true) counts[knowledgeOf(fullName)]++;
    const named = services().flatMap(({ prefix }) => operationsWithMembers(prefix));
    expect([named.length, counts]).toEqual([
      375,
      { reviewed: 312, 'by name': 3820, 'no resources': 5461, types: 11_141 },
    ]);
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    for (const count of Object.values(counts)) expect(readme).toContain(` ${count.toLocaleString('en-US')} `);
  });

  test('is of every operation of Amazon ECS', () => {
    const actions = services().find(({ prefix }) => prefix === 'ecs')?.actions ?? [];
    const without = actions.filter(
      ({ fullName, permissionOnly }) => permissionOnly !== true && knowledgeOf(fullName) === 'types',
    );
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  test('is whether each action is asked for: always, for members of the request, or perhaps where only words tell', () => {
    const needOf = (operation: ActionName, action: string): unknown => {
      const found = operationPlan(operation)?.actions.find((one) => one.action.fullName === action);
      return found && [found.need, found.members];
    };
    expect(needOf('cloudformation:CreateStack', 'cloudformation:CreateStack')).toEqual(['always', []]);
    expect(needOf('cloudformation:CreateStack', 'cloudformation:TagResource')).toEqual([
      'thisCall',
      ['Tags'],
    ]);
    expect(needOf('cloudformation:CreateStack', 's3:GetObject')).toEqual(['perhaps', []]);
    expect(needOf('s3:PutObject', 's3:PutObjectTagging')).toEqual(['thisCall', ['Tagging']]);
    // What takes the place of an action needs no member of its own.
    expect(needOf('s3:PutObject', 's3express:CreateSession')).toEqual(['thisCall', []]);
  });

  test('rests on the Service Authorization Reference where no page was read', () => {
    expect(operationPlan('a4b:ApproveSkill')?.source).toEqual({
      page: 'Service Authorization Reference',
      url: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
      recorded: '2026-11-30',
      read: false,
      checked: false,
      evidence: undefined,
    });
  });
});
