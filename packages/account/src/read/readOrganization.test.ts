import { expect, test } from 'vitest';
import { readOrganization, readResources, SnapshotReader } from '../index.ts';

const FULL = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };

test('a tree has the policies of each node, inline and by id', () => {
  const { organization, diagnostics } = readOrganization(
    JSON.stringify({
      id: 'o-a1',
      managementAccount: '111122223333',
      policies: { 'p-full': FULL },
      root: {
        id: 'r-1',
        type: 'root',
        scps: ['p-full', { name: 'again', document: FULL }],
        children: [{ id: '111122223333', type: 'account', scps: [FULL], tags: { env: 'prod' } }],
      },
    }),
  );
  expect(diagnostics).toEqual([]);
  expect(organization).toMatchObject({ id: 'o-a1', usesScps: true, usesRcps: false });
  const { root } = organization ?? {};
  expect(root?.scps?.map(({ name }) => name)).toEqual(['p-full', 'again']);
  expect(root?.scps?.[0]?.policy).toBe(root?.children[0]?.scps?.[0]?.policy);
  expect(root?.children[0]).toMatchObject({ type: 'account', tags: { env: 'prod' }, rcps: undefined });
});

test('a policy that is not there leaves its level unknown, with its place', () => {
  const { organization, diagnostics } = readOrganization(
    JSON.stringify({ root: { id: 'r-1', scps: ['p-lost'], children: [] } }),
    'organization.json',
  );
  expect(organization?.root.scps).toBeUndefined();
  expect(diagnostics.map(({ code, path, message }) => [code, path, message])).toEqual([
    ['missing-policy', '/root/scps/0', 'policy `p-lost` is in no file'],
  ]);
});

test.each([
  '',
  '[]',
  '{}',
  '{"root": 1}',
  '{"root": {"id": "r", "children": [{"type": "ou"}]}}',
  '{"root": {"id": "r"',
])('%j is reported, and never thrown', (text) => {
  expect(readOrganization(text).diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
});

const ANSWERS: Readonly<Record<string, object>> = {
  'roots.json': {
    Roots: [
      {
        Id: 'r-1',
        Name: 'Root',
        PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
      },
    ],
  },
  'organization.json': { Organization: { Id: 'o-a1', MasterAccountId: '111122223333' } },
  'units/r-1.json': { OrganizationalUnits: [{ Id: 'ou-1', Name: 'Work' }] },
  'accounts/r-1.json': { Accounts: [{ Id: '111122223333', Name: 'main' }] },
  'accounts/ou-1.json': { Accounts: [{ Id: '444455556666', Name: 'shop' }] },
  'scps/r-1.json': { Policies: [{ Id: 'p-full' }] },
  'scps/ou-1.json': { Policies: [{ Id: 'p-full' }] },
  'scps/111122223333.json': { Policies: [{ Id: 'p-full' }] },
  'scps/444455556666.json': { Policies: [{ Id: 'p-full' }] },
  'policies/p-full.json': { Policy: { PolicySummary: { Id: 'p-full' }, Content: JSON.stringify(FULL) } },
};

function read(answers: Readonly<Record<string, object>>) {
  const reader = new SnapshotReader();
  for (const [path, answer] of Object.entries(answers)) {
    reader.open(`organization/${path}`);
    reader.write(JSON.stringify(answer));
  }
  return reader.end();
}

test('saved answers of the AWS command line make the same tree', () => {
  const { snapshot, diagnostics } = read(ANSWERS);
  expect(diagnostics).toEqual([]);
  expect(snapshot.organization).toMatchObject({
    id: 'o-a1',
    managementAccount: '111122223333',
    usesScps: true,
    usesRcps: false,
    root: {
      id: 'r-1',
      scps: [{ name: 'p-full' }],
      children: [
        { id: '111122223333', type: 'account' },
        { id: 'ou-1', type: 'unit', children: [{ id: '444455556666', scps: [{ name: 'p-full' }] }] },
      ],
    },
  });
});

test('an answer that is missing leaves its level unknown', () => {
  const { 'scps/ou-1.json': _, ...others } = ANSWERS;
  const { snapshot, diagnostics } = read(others);
  expect(snapshot.organization?.root.children[1]?.scps).toBeUndefined();
  expect(diagnostics.map(({ code, file, message }) => [code, file, message])).toEqual([
    ['missing-target', 'organization/scps/ou-1.json', 'there is no file of the scps of `ou-1`'],
  ]);
});

test('resources have policies as documents or text, and tags in both forms', () => {
  const policy = {
    Version: '2012-10-17',
    Statement: { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' },
  };
  const key = 'arn:aws:kms:eu-west-1:111122223333:key/1';
  const { resources, diagnostics } = readResources(
    JSON.stringify([
      { arn: 'arn:aws:s3:::a', account: '111122223333', policy, tags: { team: 'red' } },
      { arn: 'arn:aws:s3:::b', policy: JSON.stringify(policy), tags: [{ Key: 'team', Value: 'red' }] },
      { arn: key, grants: [{ grantee: 'arn:aws:iam::111122223333:role/r', operations: ['Decrypt'] }] },
      { arn: 'arn:aws:sqs:eu-west-1:111122223333:q', policy: '{' },
      { account: '1' },
    ]),
    'resources/a.json',
  );
  expect(resources.map(({ account, tags, isPolicyUnknown }) => [account, tags, isPolicyUnknown])).toEqual([
    ['111122223333', { team: 'red' }, false],
    [undefined, { team: 'red' }, false],
    ['111122223333', undefined, true],
    ['111122223333', undefined, true],
  ]);
  expect(resources[0]?.policy).toBe(resources[1]?.policy);
  expect(resources[2]?.grants).toHaveLength(1);
  expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([
    ['invalid-policy', '/3/policy'],
    ['invalid-shape', '/4'],
  ]);
});
