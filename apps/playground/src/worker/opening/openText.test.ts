import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openPrincipal } from './openAccount.ts';
import { openText } from './openText.ts';

const EXAMPLES = new URL('../../../../../examples/', import.meta.url);
const example = (name: string): string => readFileSync(new URL(name, EXAMPLES), 'utf8');
const POLICY =
  '{ "Version": "2012-10-17",\n  "Statement": { "Effect": "Allow", "Action": "ecs:*", "Resource": "*" } }';

test('a policy stays letter for letter', async () => {
  expect(await openText('policy.json', POLICY)).toEqual({
    kind: 'policies',
    policies: [{ name: 'Policy', type: 'identity', text: POLICY, unknown: [] }],
    untold: [],
  });
});

test('scenarios are decided, one by one', async () => {
  const opened = await openText('', example('01-deploy-role.json'));
  expect(opened.kind).toBe('scenarios');
  if (opened.kind !== 'scenarios') return;
  expect(opened.scenarios.length).toBeGreaterThan(1);
  expect(opened.scenarios.every(({ passed }) => passed === true)).toBe(true);
});

test('a scenario that fails says what it expects and what it is; one that cannot be read says why', async () => {
  const scenario = { principal: 'anonymous', action: 's3:GetObject', resource: '*', context: {} };
  const policies = { identity: [], resource: null, boundary: [], session: [], scps: [], rcps: [] };
  const text = JSON.stringify([
    { ...scenario, policies, expected: 'Allow' },
    { ...scenario, expected: 'Allow' },
    { ...scenario, policies },
  ]);
  const opened = await openText('x.json', text);
  expect(opened).toMatchObject({
    kind: 'scenarios',
    scenarios: [
      { expected: 'Allow', actual: 'ImplicitDeny', passed: false },
      { passed: false, error: expect.stringContaining('policies') },
      { passed: undefined },
    ],
  });
});

test('comments are taken as the command takes them', async () => {
  const text = example('01-deploy-role.json').replace('{', '{ // the first\n');
  expect((await openText('x.json', text)).kind).toBe('scenarios');
});

test('a scenario of a call is decided check by check', async () => {
  const text = JSON.stringify({
    id: 'run',
    principal: 'arn:aws:iam::111122223333:user/alice',
    operation: 'ecs:ListClusters',
    input: {},
    region: 'eu-central-1',
    context: {},
    policies: {
      identity: [JSON.parse(POLICY)],
      resource: null,
      boundary: [],
      session: [],
      scps: [],
      rcps: [],
    },
    expected: 'Allow',
  });
  expect(await openText('', text)).toMatchObject({ kind: 'scenarios', scenarios: [{ passed: true }] });
});

const SAM = `
Transform: AWS::Serverless-2016-10-31
Resources:
  Reader:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - Statement: { Effect: Allow, Action: s3:GetObject, Resource: !Sub '\${Bucket}/*' }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: { Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }
`;

test('templates in YAML give their policies by name and type, and what is open in them', async () => {
  const opened = await openText('template.yaml', SAM);
  expect(opened).toMatchObject({
    kind: 'policies',
    policies: [
      {
        name: expect.stringContaining('Reader'),
        type: 'identity',
        unknown: [expect.stringContaining('Bucket')],
      },
      { name: expect.stringContaining('Role'), type: 'trust', unknown: [] },
    ],
  });
});

const ACCOUNT = JSON.stringify({
  UserDetailList: [
    {
      Arn: 'arn:aws:iam::111122223333:user/alice',
      UserName: 'alice',
      UserId: 'AIDAEXAMPLE',
      Path: '/',
      Tags: [{ Key: 'team', Value: 'shop' }],
      UserPolicyList: [{ PolicyName: 'own', PolicyDocument: JSON.parse(POLICY) }],
      AttachedManagedPolicies: [],
      GroupList: [],
    },
  ],
  RoleDetailList: [],
  GroupDetailList: [],
  Policies: [],
});

test('the type is the one that the file tells, however the document looks', async () => {
  const Content = JSON.parse(POLICY) as object;
  const Properties = { Name: 'limits', Type: 'SERVICE_CONTROL_POLICY', Content };
  const text = JSON.stringify({ Resources: { Limits: { Type: 'AWS::Organizations::Policy', Properties } } });
  expect(await openText('x.json', text)).toMatchObject({ kind: 'policies', policies: [{ type: 'scp' }] });
});

test('an account lists its principals, and gives one with its policies and tags', async () => {
  const opened = await openText('account.json', ACCOUNT);
  const arn = 'arn:aws:iam::111122223333:user/alice';
  expect(opened).toMatchObject({ kind: 'account', principals: [{ arn, kind: 'user', policies: 1 }] });
  expect(openPrincipal(arn)).toMatchObject({
    principal: arn,
    tags: { team: 'shop' },
    policies: [{ name: 'own', text: expect.stringContaining('ecs:*') }],
  });
  expect(openPrincipal('arn:aws:iam::111122223333:user/bob')).toBeUndefined();
});

test('a message of a denial is its request', async () => {
  const opened = await openText(
    '',
    'An error occurred (AccessDenied) when calling the RunTask operation: User: arn:aws:iam::111122223333:user/alice is not authorized to perform: ecs:RunTask on resource: arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7 because no identity-based policy allows the ecs:RunTask action',
  );
  expect(opened.kind === 'denial' && JSON.parse(opened.scenario ?? '')).toMatchObject({
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 'ecs:RunTask',
    resource: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7',
  });
  const brief = await openText('', 'AccessDenied');
  expect(brief).toMatchObject({ kind: 'denial', scenario: undefined });
});

test('guard rails are told from scenarios, of which both have actions', async () => {
  expect((await openText('guard-rails.yaml', example('guard-rails.yaml'))).kind).toBe('guardRails');
  expect((await openText('', '[{ "action": "iam:*" }]')).kind).toBe('guardRails');
});

test('a link’s text is a page', async () => {
  expect((await openText('', '{ "page": 2 }')).kind).toBe('page');
});

test('a policy with a mistake is opened to be mended, of the type that it looks like', async () => {
  const text = '{ "Statement": [ { "Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole" }, ';
  const opened = await openText('', text);
  expect(opened).toMatchObject({ kind: 'policies', policies: [{ text, type: 'trust' }] });
});

test.each(['', '  ', '42', 'hello world', '{ nonsense', '[]', 'null', '{}', '\u0000', '['.repeat(10_000)])(
  'what is nothing of all that says so: %#',
  async (text) => {
    const opened = await openText('', text);
    expect(opened.kind === 'nothing' ? opened.problem : opened).toMatch(/\S/);
  },
);
