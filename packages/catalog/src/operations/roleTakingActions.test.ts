import { expect, test } from 'vitest';
import {
  actionsOfOperation,
  getAction,
  operationsOf,
  roleParameters,
  roleTakingActions,
  services,
  type ActionName,
} from '../index.ts';

const taking = roleTakingActions();

test('what takes a role is an action of the catalog that changes something, listed once', () => {
  expect(taking.size).toBeGreaterThan(800);
  for (const name of taking) {
    expect(changes(name), name).toBe(true);
    expect(getAction(name)?.fullName).toBe(name);
  }
});

test('every operation with a parameter for a role takes one', () => {
  const operations = new Set(roleParameters().map(({ operation }) => operation));
  const missing = [...operations].filter(
    (name) => !actionsOfOperation(name).some((action) => taking.has(action)),
  );
  // The others look at what the role can read, or take it away.
  expect(missing).toEqual([
    'kinesisanalytics:DiscoverInputSchema',
    'rds:RemoveRoleFromDBCluster',
    'rds:RemoveRoleFromDBInstance',
    'sagemaker:RenderUiTemplate',
  ]);
});

test('the access levels say the same as the names', () => {
  const operations = services()
    .flatMap(({ prefix }) => operationsOf(prefix))
    .filter(({ permissions }) => permissions.some(({ action }) => action === 'iam:PassRole'));
  const left = operations
    .flatMap(({ permissions }) => permissions.filter(({ need }) => need === 'always'))
    .map(({ action }) => action)
    .filter((action) => action !== 'iam:PassRole' && !taking.has(action) && changes(action));
  const verbs = new Set(left.map((action) => /:([A-Z][a-z]+)/.exec(action)?.[1] ?? action));
  expect([...verbs].sort()).toEqual(['Delete', 'Remove', 'Tag', 'Untag']);
});

test('actions of which only the reference, or only a guide, says that they take a role are there too', () => {
  // In no table of operations that was read.
  expect(taking.has('kendra:CreateIndex')).toBe(true);
  expect(taking.has('ec2:CreateFleet')).toBe(true);
  for (const name of [
    'iam:PassRole',
    'rds:RemoveRoleFromDBCluster',
    'ecs:TagResource',
    'glue:UpdateDevEndpoint',
  ])
    expect(taking.has(name as ActionName), name).toBe(false);
});

function changes(action: ActionName): boolean {
  const levels = getAction(action)?.accessLevels ?? [];
  return levels.includes('Write') || levels.includes('Permissions management');
}
