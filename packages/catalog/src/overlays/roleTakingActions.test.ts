import { expect, test } from 'vitest';
import { getAction, passRoleOperations, roleTakingActions, services } from '../index.ts';

const taking = roleTakingActions();

test('what takes a role is an action of the catalog that changes something, listed once', () => {
  expect(taking.size).toBeGreaterThan(800);
  for (const name of taking) {
    const levels = getAction(name)?.accessLevels ?? [];
    expect(levels.includes('Write') || levels.includes('Permissions management'), name).toBe(true);
    expect(getAction(name)?.fullName).toBe(name);
  }
});

test('every operation with a parameter for a role takes one', () => {
  expect(passRoleOperations.filter(({ action }) => !taking.has(action))).toEqual([]);
});

test('every action that the reference has pass a role takes one, unless it reads or takes it away', () => {
  const passing = services()
    .flatMap(({ actions }) => actions)
    .filter(({ dependentActions, resourceTypes }) =>
      [...(dependentActions ?? []), ...resourceTypes.flatMap((type) => type.dependentActions)].includes(
        'iam:PassRole',
      ),
    );
  const missing = passing.filter(
    ({ fullName, name, accessLevels }) =>
      !taking.has(fullName) && accessLevels.includes('Write') && !/^(?:Remove|Delete)/.test(name),
  );
  expect(missing.map(({ fullName }) => fullName)).toEqual([]);
  expect(passing.length).toBeGreaterThan(200);
});
