import { getAction, getResourceType } from '@policywright/catalog';
import { expect, test } from 'vitest';
import {
  ACTIONS_ON_UNLISTED_TYPES,
  EXTRA_FORMATS,
  EXTRA_TYPES,
  UNQUALIFIED_FUNCTION_ACTIONS,
} from './arnNames.ts';
import { jointActions } from './jointResources.ts';
import { isNeededByAws } from './looseKeys.ts';

test.each([
  ['actions on functions without version', UNQUALIFIED_FUNCTION_ACTIONS],
  ['actions on types that are not listed', ACTIONS_ON_UNLISTED_TYPES],
  ['actions with further types', new Set(EXTRA_TYPES.keys())],
  ['actions on several resources at once', jointActions()],
])('%s are in the catalog', (_, actions) => {
  expect(actions.size).toBeGreaterThan(0);
  expect([...actions].filter((action) => getAction(action)?.fullName !== action)).toEqual([]);
});

test('further types and formats are of types of the catalog', () => {
  for (const [action, types] of EXTRA_TYPES)
    for (const type of types)
      expect(getResourceType(action.slice(0, action.indexOf(':')), type)).toBeDefined();
  for (const [name, formats] of EXTRA_FORMATS) {
    const colon = name.indexOf(':');
    const type = getResourceType(name.slice(0, colon), name.slice(colon + 1));
    expect(type?.arnFormats.length, name).toBeGreaterThan(0);
    // Each goes on where one of the reference ends.
    for (const format of formats)
      expect(type?.arnFormats.some((own) => format.startsWith(`${own}:`))).toBe(true);
  }
});

test('what AWS’s own policies need of a request is told by action and key', () => {
  const action = 'redshift:GetClusterCredentialsWithIAM';
  expect(getAction(action)?.fullName).toBe(action);
  expect(isNeededByAws(action, 'aws:resourcetag/team')).toBe(true);
  expect(isNeededByAws(action, 'aws:requesttag/team')).toBe(false);
  expect(isNeededByAws('redshift:GetClusterCredentials', 'aws:resourcetag/team')).toBe(false);
});
