import { expect, test } from 'vitest';
import { AccountAudit, SnapshotReader, type SnapshotReading } from '../index.ts';

const ACCOUNT = '111122223333';
const SET = 'arn:aws:sso:::permissionSet/ssoins-1111111111111111/ps-2222222222222222';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Read_Only_0123456789abcdef`;

function read(center: Readonly<Record<string, unknown>>): SnapshotReading {
  const reader = new SnapshotReader();
  const write = (path: string, value: unknown): void => {
    reader.open(path);
    reader.write(typeof value === 'string' ? value : JSON.stringify(value));
  };
  const allow = { Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' };
  write('accounts/1.json', {
    RoleDetailList: [
      {
        Arn: ROLE,
        RoleName: 'AWSReservedSSO_Read_Only_0123456789abcdef',
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: {
            Effect: 'Allow',
            Principal: { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/AWSSSO_1_DO_NOT_DELETE` },
            Action: 'sts:AssumeRoleWithSAML',
          },
        },
        RolePolicyList: [
          { PolicyName: 'AwsSSOInlinePolicy', PolicyDocument: { Version: '2012-10-17', Statement: allow } },
        ],
      },
    ],
  });
  for (const [path, value] of Object.entries(center)) write(`identity-center/${path}`, value);
  return reader.end();
}

const files = {
  'permission-sets/ps-2222222222222222.json': { PermissionSet: { Name: 'Read_Only', PermissionSetArn: SET } },
  'inline/ps-2222222222222222.json': {
    InlinePolicy:
      '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:ListAllMyBuckets","Resource":"*"}}',
  },
  'managed/ps-2222222222222222.json': {
    AttachedManagedPolicies: [
      { Name: 'ViewOnlyAccess', Arn: 'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess' },
    ],
  },
  [`assignments/${ACCOUNT}-ps-2222222222222222.json`]: {
    AccountAssignments: [
      { AccountId: ACCOUNT, PermissionSetArn: SET, PrincipalType: 'GROUP', PrincipalId: 'g-1' },
      { AccountId: ACCOUNT, PermissionSetArn: SET, PrincipalType: 'USER', PrincipalId: 'u-2' },
    ],
  },
  'users.json': { Users: [{ UserId: 'u-1', UserName: 'ada' }] },
  'groups.json': { Groups: [{ GroupId: 'g-1', DisplayName: 'ops' }] },
  'members/g-1.json': {
    GroupMemberships: [{ MemberId: { UserId: 'u-1' } }, { MemberId: { UserId: 'u-9' } }],
  },
};

test('who-can and what-can name the permission set of a role and who is assigned it in the account', () => {
  const { snapshot, diagnostics } = read(files);
  expect(diagnostics).toEqual([]);
  const signIn = {
    permissionSet: 'Read_Only',
    assigned: [
      { kind: 'group', id: 'g-1', name: 'ops', members: ['ada', 'u-9'] },
      { kind: 'user', id: 'u-2', name: undefined, members: undefined },
    ],
  };
  const audit = new AccountAudit(snapshot);
  expect(audit.whoCan('s3:ListAllMyBuckets', '*').principals).toMatchObject([{ principal: ROLE, signIn }]);
  expect(audit.whatCan(ROLE).signIn).toEqual(signIn);
  expect(snapshot.identityCenter?.permissionSets).toMatchObject([
    {
      arn: SET,
      managed: ['arn:aws:iam::aws:policy/job-function/ViewOnlyAccess'],
      inline: { statements: [{ effect: 'Allow' }] },
    },
  ]);
});

test('without files, the permission set is told by the name of the role, and nobody is said to be assigned', () => {
  expect(new AccountAudit(read({}).snapshot).whatCan(ROLE).signIn).toEqual({
    permissionSet: 'Read_Only',
    assigned: undefined,
  });
});

test('what cannot be read is reported with its file', () => {
  const { diagnostics } = read({
    'permission-sets/ps-3.json': { PermissionSet: {} },
    'users.json': '{',
    'permission-sets/ps-2222222222222222.json': files['permission-sets/ps-2222222222222222.json'],
    'inline/ps-2222222222222222.json': { InlinePolicy: '{"Statement": 1}' },
  });
  expect(diagnostics.map(({ file, code }) => `${file} ${code}`)).toEqual([
    'identity-center/users.json invalid-json',
    'identity-center/permission-sets/ps-3.json invalid-shape',
    'identity-center/inline/ps-2222222222222222.json invalid-policy',
  ]);
});
