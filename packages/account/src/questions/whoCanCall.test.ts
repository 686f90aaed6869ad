import { expect, test } from 'vitest';
import {
  ACCOUNT,
  arnOf,
  documentOf,
  OTHER,
  readGiven,
  trusting,
  type GivenAccounts,
} from '../_testing/given.ts';
import { AccountAudit, type AskedOperation, type CallReach } from '../index.ts';

const TASK = arnOf('role', 'task');
const DEFINITION = `arn:aws:ecs:eu-west-1:${ACCOUNT}:task-definition/web:7`;
const RUN: AskedOperation = {
  operation: 'ecs:RunTask',
  input: { cluster: 'shop', taskDefinition: 'web:7' },
  region: 'eu-west-1',
};
const ECS = { Action: 'ecs:*' };
const GIVEN: GivenAccounts = {
  users: {
    both: { allow: [ECS, { Action: 'iam:PassRole', Resource: TASK }] },
    run: { allow: [{ Sid: 'Run', ...ECS }] },
    mfa: {
      allow: [ECS, { Action: 'iam:PassRole', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }],
    },
    lost: { allow: [ECS, { Action: 'iam:PassRole' }], boundary: `arn:aws:iam::${ACCOUNT}:policy/lost` },
    pass: { allow: [{ Action: 'iam:PassRole' }] },
  },
  roles: { task: { trust: trusting({ Principal: { Service: 'ecs-tasks.amazonaws.com' } }) } },
  resources: [{ arn: DEFINITION, tags: {}, roles: [TASK] }],
};

function ask(given: GivenAccounts, asked: AskedOperation): readonly CallReach[] {
  return new AccountAudit(readGiven(given).snapshot).whoCanCall(asked).principals;
}

function told(reaches: readonly CallReach[]): readonly string[] {
  return reaches.map(
    ({ principal, answer }) => `${answer} ${principal.slice(principal.lastIndexOf('/') + 1)}`,
  );
}

test('a call is allowed whose every check is, and who lacks one that it needs besides is told with it', () => {
  const found = ask(GIVEN, { ...RUN, perhaps: 'ignore' });
  expect(told(found)).toEqual(['certainly both', 'denied run', 'perhaps mfa', 'perhaps lost']);
  const [both, run, mfa, lost] = found;
  expect(both).toMatchObject({ dependsOn: [], failing: [] });
  expect(run?.failing).toEqual([
    { action: 'iam:PassRole', resource: TASK, reason: 'passRole', answer: 'denied' },
  ]);
  expect(mfa).toMatchObject({
    dependsOn: ['aws:MultiFactorAuthPresent'],
    failing: [{ action: 'iam:PassRole', answer: 'depends' }],
  });
  expect(lost?.dependsOn).toEqual([`permissions boundary arn:aws:iam::${ACCOUNT}:policy/lost`]);
});

test('a role that does not trust the service cannot be passed by anybody', () => {
  const roles = { task: {} };
  const found = ask({ ...GIVEN, roles }, { ...RUN, perhaps: 'ignore' });
  expect(told(found)).toEqual(['denied both', 'denied run', 'denied mfa', 'denied lost']);
  expect(found[0]?.failing).toMatchObject([{ action: 'sts:AssumeRole', reason: 'trust' }]);
});

test('what a call only may need leaves it open, unless that is left out', () => {
  const untold = { ...GIVEN, resources: [] };
  const [both] = ask(untold, RUN);
  expect(both).toMatchObject({
    answer: 'perhaps',
    failing: [{ action: 'iam:PassRole' }, { action: 'sts:AssumeRole' }],
  });
  expect(both?.dependsOn).toContain('whether the call needs iam:PassRole');
  expect(told(ask(untold, { ...RUN, perhaps: 'ignore' }))[0]).toBe('certainly both');
});

test('each principal means by a name what its own account has', () => {
  const allow = [{ Action: 'sqs:*', Resource: `arn:aws:sqs:eu-west-1:${ACCOUNT}:jobs` }];
  const users = { own: { allow }, guest: { account: OTHER, allow } };
  const asked: AskedOperation = {
    operation: 'sqs:CreateQueue',
    input: { QueueName: 'jobs' },
    region: 'eu-west-1',
  };
  expect(told(ask({ users }, asked))).toEqual(['certainly own']);
});

test('the policy of a resource lets in whom it names, and everyone of its account', () => {
  const bucket = (Principal: unknown): object => ({
    arn: 'arn:aws:s3:::reports',
    account: ACCOUNT,
    tags: {},
    policy: documentOf({ Action: 's3:GetObject', Principal }),
  });
  const allow = [{ Action: 'ec2:*' }];
  const users = { ada: { allow }, bob: { allow }, guest: { account: OTHER, allow } };
  const asked: AskedOperation = {
    operation: 's3:GetObject',
    input: { Bucket: 'reports', Key: 'a' },
    region: 'eu-west-1',
    perhaps: 'ignore',
  };
  const named = ask({ users, resources: [bucket({ AWS: arnOf('user', 'bob') })] }, asked);
  expect(named.map(({ principal }) => principal)).toEqual([arnOf('user', 'bob')]);
  const everyone = ask({ users, resources: [bucket('*')] }, asked);
  expect(everyone.map(({ principal }) => principal)).toEqual([arnOf('user', 'ada'), arnOf('user', 'bob')]);
});

test('what nobody can be refused everyone may call', () => {
  const asked: AskedOperation = { operation: 'sts:GetCallerIdentity', region: 'eu-west-1' };
  expect(told(ask({ users: { ada: {} } }, asked))).toEqual(['certainly ada']);
});

test('S169: a call is not certain where resource control policies that bear on it are not known', () => {
  const full = documentOf({ Principal: '*' });
  const given = (rcps: readonly unknown[]): GivenAccounts => ({
    users: { ada: { allow: [{}] } },
    organization: {
      root: {
        id: 'r-1',
        type: 'root',
        scps: [documentOf({})],
        rcps: [full],
        children: [{ id: ACCOUNT, type: 'account', scps: [documentOf({})], rcps }],
      },
    },
  });
  const describe: AskedOperation = {
    operation: 'ecs:DescribeTaskDefinition',
    input: { taskDefinition: 'web:7' },
    region: 'eu-west-1',
  };
  expect(ask(given([full]), describe)).toMatchObject([{ answer: 'certainly', dependsOn: [] }]);
  expect(ask(given(['p-lost']), describe)).toMatchObject([
    { answer: 'perhaps', dependsOn: [`resource control policies of account ${ACCOUNT}`] },
  ]);
});
