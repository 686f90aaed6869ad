import { expect, test } from 'vitest';
import { AccountReader, readAccount } from '../index.ts';

const document = (...Statement: object[]): object => ({ Version: '2012-10-17', Statement });
const ALLOW = document({ Effect: 'Allow', Action: 's3:*', Resource: '*' });
const TRUST = document({
  Effect: 'Allow',
  Principal: { Service: 'ec2.amazonaws.com' },
  Action: 'sts:AssumeRole',
});
const ARN = 'arn:aws:iam::111122223333';
const user = (name: string, more: object = {}): object => ({
  UserName: name,
  UserId: `AIDA${name.toUpperCase()}`,
  Arn: `${ARN}:user/${name}`,
  ...more,
});
const role = (name: string, more: object = {}): object => ({
  RoleName: name,
  RoleId: `AROA${name.toUpperCase()}`,
  Arn: `${ARN}:role/${name}`,
  AssumeRolePolicyDocument: TRUST,
  ...more,
});
const managed = (arn: string, Document: unknown): object => ({
  Arn: arn,
  DefaultVersionId: 'v1',
  PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document }],
});
const attached = (PolicyArn: string): object => ({
  AttachedManagedPolicies: [{ PolicyArn, PolicyName: 'x' }],
});

test('principals have the policies that are theirs, those of groups, and their boundary', () => {
  const { accounts, diagnostics } = readAccount(
    JSON.stringify({
      UserDetailList: [
        user('ada', {
          GroupList: ['Ops'],
          UserPolicyList: [{ PolicyName: 'own', PolicyDocument: ALLOW }],
          PermissionsBoundary: { PermissionsBoundaryArn: `${ARN}:policy/limit` },
          Tags: [{ Key: 'team', Value: 'red' }],
        }),
      ],
      GroupDetailList: [{ GroupName: 'ops', Arn: `${ARN}:group/ops`, ...attached(`${ARN}:policy/limit`) }],
      RoleDetailList: [role('web', { InstanceProfileList: [{ Arn: `${ARN}:instance-profile/web` }] })],
      Policies: [managed(`${ARN}:policy/limit`, ALLOW)],
    }),
  );
  expect(diagnostics).toEqual([]);
  const [account] = accounts;
  expect(account).toMatchObject({
    account: '111122223333',
    partition: 'aws',
    groups: [{ arn: `${ARN}:group/ops` }],
  });
  const [ada, web] = account?.principals ?? [];
  expect(ada?.policies.map(({ name, group }) => [name, group])).toEqual([
    ['own', undefined],
    [`${ARN}:policy/limit`, `${ARN}:group/ops`],
  ]);
  expect(ada).toMatchObject({ tags: { team: 'red' }, id: 'AIDAADA', gaps: [] });
  expect(ada?.boundary?.name).toBe(`${ARN}:policy/limit`);
  // Equal documents are one policy.
  expect(ada?.policies[0]?.policy).toBe(ada?.boundary?.policy);
  expect(web).toMatchObject({ kind: 'role', profiles: [`${ARN}:instance-profile/web`] });
  expect(web?.trust?.statements).toHaveLength(1);
});

test('a document is the same as object, as text, and percent-encoded', () => {
  const encoded = encodeURIComponent(JSON.stringify(ALLOW));
  const policies = [ALLOW, JSON.stringify(ALLOW), encoded].map((PolicyDocument) => ({
    PolicyName: 'p',
    PolicyDocument,
  }));
  const { accounts } = readAccount(
    JSON.stringify({ UserDetailList: [user('ada', { UserPolicyList: policies })] }),
  );
  const found = accounts[0]?.principals[0]?.policies.map(({ policy }) => policy);
  expect(found).toHaveLength(3);
  expect(new Set(found).size).toBe(1);
});

test('what the answer leaves out is a gap that is named, with its place', () => {
  const text = `{"UserDetailList": [\n  ${JSON.stringify(
    user('ada', {
      GroupList: ['ops'],
      PermissionsBoundary: { PermissionsBoundaryArn: 'arn:aws:iam::aws:policy/Limit' },
      ...attached('arn:aws:iam::aws:policy/ReadOnlyAccess'),
    }),
  )}]}`;
  const { accounts, diagnostics } = readAccount(text, 'accounts/a.json');
  expect(accounts[0]?.principals[0]?.gaps).toEqual([
    { kind: 'group', name: 'ops' },
    { kind: 'boundary', name: 'arn:aws:iam::aws:policy/Limit' },
    { kind: 'policy', name: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
  ]);
  expect(
    diagnostics.map(({ code, severity, file, path, start }) => [code, severity, file, path, start?.line]),
  ).toEqual([
    ['missing-group', 'warning', 'accounts/a.json', '/UserDetailList/0', 2],
    ['missing-policy', 'warning', 'accounts/a.json', '/UserDetailList/0', 2],
    ['missing-policy', 'warning', 'accounts/a.json', '/UserDetailList/0', 2],
  ]);
  expect(diagnostics[1]?.message).toBe(
    'permissions boundary `arn:aws:iam::aws:policy/Limit` of `arn:aws:iam::111122223333:user/ada` is in no file',
  );
});

test('pages are joined, one after the other, in a list, or in files', () => {
  const first = JSON.stringify({
    UserDetailList: [user('ada', attached(`${ARN}:policy/p`))],
    IsTruncated: true,
    Marker: 'x]}"\\',
  });
  const second = JSON.stringify({
    RoleDetailList: [role('web')],
    Policies: [managed(`${ARN}:policy/p`, ALLOW)],
  });
  const read = [
    readAccount(`${first}\n${second}`),
    readAccount(`[${first},${second}]`),
    readAccount([first, second]),
  ];
  for (const { accounts, diagnostics } of read) {
    expect(diagnostics).toEqual([]);
    expect(accounts).toHaveLength(1);
    expect(accounts[0]?.principals.map(({ name, policies }) => [name, policies.length])).toEqual([
      ['ada', 1],
      ['web', 0],
    ]);
  }
});

test('parts of a file may end anywhere', () => {
  const text = JSON.stringify({
    UserDetailList: [user('ada', { Tags: [{ Key: 'a"]}\\', Value: '{[' }] }), user('bob')],
    Policies: [managed(`${ARN}:policy/p`, ALLOW)],
  });
  for (const size of [1, 2, 3, 7, 100]) {
    const reader = new AccountReader();
    reader.open('a.json');
    for (let at = 0; at < text.length; at += size) reader.write(text.slice(at, at + size));
    const { accounts, diagnostics } = reader.end();
    expect(diagnostics).toEqual([]);
    expect(accounts[0]?.principals.map(({ name, tags }) => [name, tags])).toEqual([
      ['ada', { 'a"]}\\': '{[' }],
      ['bob', {}],
    ]);
    expect(accounts[0]?.managed).toHaveLength(1);
  }
});

test.each([
  ['', 'invalid-json', 'the text is empty'],
  ['{"UserDetailList": [', 'invalid-json', 'the text ends too early'],
  ['{"UserDetailList": [}', 'invalid-json', 'expected `]`'],
  ['x', 'invalid-json', 'expected an object, the answer of the AWS command line'],
  ['{"UserDetailList": [1]}', 'invalid-shape', 'expected an object in `/UserDetailList/0`'],
  ['{"UserDetailList": [{]}]}', 'invalid-json', 'expected `}`'],
  [
    '{"RoleDetailList": [{"Arn": "arn:aws:iam::111122223333:user/x"}]}',
    'invalid-shape',
    'expected the ARN of a role in `Arn`',
  ],
  ['{"Policies": [{"a" 1}]}', 'invalid-json', 'expected an object in `/Policies/0`'],
])('%j is an error, and never thrown', (text, code, message) => {
  const { diagnostics } = readAccount(text);
  expect(diagnostics.map((found) => [found.code, found.severity, found.message])).toEqual([
    [code, 'error', message],
  ]);
});

test('a document that cannot be read leaves its principal unknown', () => {
  const { accounts, diagnostics } = readAccount(
    JSON.stringify({
      UserDetailList: [
        user('ada', { UserPolicyList: [{ PolicyName: 'bad', PolicyDocument: { Statement: 1 } }] }),
      ],
    }),
  );
  expect(accounts[0]?.principals[0]?.gaps).toEqual([{ kind: 'policy', name: 'bad' }]);
  expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([
    ['invalid-policy', '/UserDetailList/0/UserPolicyList/0'],
  ]);
});

test('a principal without a name is called as its ARN ends, behind its path', () => {
  const { accounts } = readAccount(
    JSON.stringify({
      UserDetailList: [user('ada', { UserName: undefined, Arn: `${ARN}:user/team/ada` })],
      RoleDetailList: [role('web', { RoleName: undefined })],
    }),
  );
  expect(accounts[0]?.principals.map(({ name }) => name)).toEqual(['ada', 'web']);
});
