import { describe, expect, test } from 'vitest';
import {
  ACCOUNT,
  arnOf,
  documentOf,
  MANAGEMENT,
  OTHER,
  readGiven,
  type GivenAccounts,
} from '../_testing/given.ts';
import { Landscape } from './landscape.ts';
import type { PlacedPrincipal } from './placedPrincipal.ts';

const FULL = documentOf({});
const ORGANIZATION = {
  id: 'o-a1',
  managementAccount: MANAGEMENT,
  rootAdministrators: [OTHER],
  root: {
    id: 'r-1',
    type: 'root',
    scps: [FULL],
    children: [
      { id: MANAGEMENT, type: 'account', scps: [FULL] },
      { id: 'ou-1', type: 'unit', scps: [FULL], children: [{ id: ACCOUNT, type: 'account', scps: [FULL] }] },
      { id: OTHER, type: 'account', scps: [FULL] },
    ],
  },
};

/** The principals of accounts, by name. */
function placed(given: GivenAccounts): Readonly<Record<string, PlacedPrincipal>> {
  const { principals } = new Landscape(readGiven(given).snapshot);
  return Object.fromEntries(principals.map((one) => [one.data.name, one]));
}

describe('a principal of an organization', () => {
  const users = { ada: {}, bob: { account: OTHER }, eve: { account: MANAGEMENT } };
  const found = placed({ users, organization: ORGANIZATION });

  test('S167, S204: is of the management account, of a delegated administrator, or of neither', () => {
    const roles = Object.entries(found).map(([name, { side }]) => [name, side.account]);
    expect(Object.fromEntries(roles)).toEqual({
      ada: undefined,
      bob: 'delegated-administrator',
      eve: 'management',
    });
  });

  test('has the keys of its place, and the policies of all levels above it', () => {
    expect(found['ada']?.side.context).toMatchObject({
      'aws:PrincipalArn': arnOf('user', 'ada'),
      'aws:PrincipalAccount': ACCOUNT,
      'aws:PrincipalOrgID': 'o-a1',
      'aws:PrincipalOrgPaths': ['o-a1/r-1/ou-1/'],
      'aws:userid': 'AIDAADA',
      'aws:username': 'ada',
    });
    expect(found['bob']?.side.context).toMatchObject({ 'aws:PrincipalOrgPaths': ['o-a1/r-1/'] });
    expect(found['ada']?.side.scps).toHaveLength(3);
    expect(found['bob']?.side.scps).toHaveLength(2);
    expect(found['ada']?.gaps).toEqual([]);
  });

  test('S167: has a gap where the organization does not have its account, or not the policies above it', () => {
    const gap = [{ kind: 'organization', name: `account ${ACCOUNT}` }];
    const of = (children: readonly object[]): unknown =>
      placed({
        users: { ada: {} },
        organization: { ...ORGANIZATION, root: { ...ORGANIZATION.root, children } },
      })['ada']?.gaps;
    expect(of([])).toEqual(gap);
    expect(of([{ id: ACCOUNT, type: 'account', scps: ['p-lost'] }])).toEqual(gap);
    expect(of([{ id: ACCOUNT, type: 'account', scps: [FULL] }])).toEqual([]);
    // Service control policies do not bind the management account.
    const management = { ...ORGANIZATION, managementAccount: ACCOUNT };
    const children = [{ id: ACCOUNT, type: 'account', scps: ['p-lost'] }];
    const organization = { ...management, root: { ...ORGANIZATION.root, children } };
    expect(placed({ users: { ada: {} }, organization })['ada']?.gaps).toEqual([]);
  });
});

test('without an organization there is nothing to be missing of it', () => {
  const { ada } = placed({ users: { ada: { tags: { team: 'blue' } } } });
  expect(ada).toMatchObject({ gaps: [], side: { scps: undefined, account: undefined } });
  expect(ada?.side.context).not.toHaveProperty('aws:PrincipalOrgID');
  expect(ada?.side.context).toMatchObject({ 'aws:PrincipalTag/team': 'blue' });
});

test('a role asks as a session of its own, without the keys of users', () => {
  const path = 'aws-service-role/x.amazonaws.com/';
  const { web, linked } = placed({ roles: { web: { tags: { team: 'blue' } }, linked: { path } } });
  expect(web?.side).toMatchObject({
    principal: `arn:aws:sts::${ACCOUNT}:assumed-role/web/audit`,
    role: undefined,
    absent: ['aws:PrincipalTag/*', 'aws:username'],
    context: { 'aws:PrincipalArn': arnOf('role', 'web'), 'aws:PrincipalTag/team': 'blue' },
  });
  expect(web?.side.context).not.toHaveProperty('aws:userid');
  expect(linked?.side.role).toBe('service-linked');
});

test('what is missing of its policies is the widest that it can be', () => {
  const lost = `arn:aws:iam::${ACCOUNT}:policy/lost`;
  const { ada, bob } = placed({
    users: { ada: { allow: [{}], attached: [lost] }, bob: { allow: [{}], boundary: lost } },
  });
  expect(ada?.gaps).toMatchObject([{ kind: 'policy' }]);
  expect(ada?.side.identity).toHaveLength(2);
  expect(bob?.gaps).toMatchObject([{ kind: 'boundary' }]);
  expect(bob?.side.identity).toHaveLength(1);
});
