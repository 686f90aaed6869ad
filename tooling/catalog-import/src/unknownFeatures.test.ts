import { FEATURE_NAMES, featuresOf, services } from '@policywright/catalog';
import { expect, test } from 'vitest';
import { loadManagedPolicies } from './managedPolicies.ts';
import { mostUsedServices } from './mostUsedServices.ts';

const mostUsed = mostUsedServices(loadManagedPolicies(), 150);

/** How many cells are unknown, by feature; those without any are left out. */
function unknownCells(prefixes: readonly string[]): Readonly<Record<string, number>> {
  const unknown = prefixes.flatMap((prefix) =>
    (featuresOf(prefix) ?? []).filter(({ support }) => support === 'unknown').map(({ feature }) => feature),
  );
  const counts = FEATURE_NAMES.map((name) => [name, unknown.filter((feature) => feature === name).length]);
  return Object.fromEntries(counts.filter(([, count]) => count !== 0)) as Readonly<Record<string, number>>;
}

function share(prefixes: readonly string[]): number {
  const total = Object.values(unknownCells(prefixes)).reduce((sum, count) => sum + count, 0);
  return total / (prefixes.length * FEATURE_NAMES.length);
}

test('the most used services are those that most AWS managed policies name', () => {
  expect(mostUsed).toHaveLength(150);
  expect(mostUsed.slice(0, 5)).toEqual(['ec2', 'iam', 's3', 'cloudwatch', 'logs']);
  expect(mostUsed).toEqual(expect.arrayContaining(['kms', 'lambda', 'ecs', 'sts']));
});

test('services of as many policies come by name, and prefixes that the catalog does not have not at all', () => {
  const policy = (
    name: string,
    Action: readonly string[],
  ): Parameters<typeof mostUsedServices>[0][number] => ({
    name,
    forLinkedRoles: false,
    statements: [{ Effect: 'Allow', Action }],
  });
  const policies = [
    policy('A', ['sqs:*', 'SNS:Publish', 'sns:*', 'nope:*', '*']),
    policy('B', ['ecs:RunTask']),
  ];
  expect(mostUsedServices([...policies, policy('C', ['sqs:Get*'])], 2)).toEqual(['sqs', 'ecs']);
  expect(mostUsedServices(policies, 9)).toEqual(['ecs', 'sns', 'sqs']);
});

test('of the 150 most used services, less than 5 % of the cells are unknown', () => {
  expect(share(mostUsed)).toBeLessThan(0.05);
  expect(unknownCells(mostUsed)).toEqual({
    'Principal permissions': 32,
    'Service roles': 43,
    'Service-linked roles': 1,
  });
});

test('of all services, less than 20 % of the cells are unknown', () => {
  const all = services().map(({ prefix }) => prefix);
  expect(share(all)).toBeLessThan(0.2);
  expect(unknownCells(all)).toEqual({
    'Resource-based policies': 4,
    ACLs: 3,
    'Principal permissions': 207,
    'Service roles': 253,
    'Service-linked roles': 25,
  });
});
