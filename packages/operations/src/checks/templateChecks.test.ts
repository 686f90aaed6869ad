import { describe, expect, test } from 'vitest';
import { ACCOUNT, callTo, identity, REGION, roleArn, trusts } from '../_testing/given.ts';
import { settleChecks } from '../decide/settleChecks.ts';
import { simulateOperation } from '../decide/simulateOperation.ts';
import type { RequiredCheck } from '../model/check.ts';
import { unlistedNeeds } from '../template/unlistedNeeds.ts';
import { listChecks } from './listChecks.ts';

const QUEUE = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs' } };

function stack(template: unknown, more: Readonly<Record<string, unknown>> = {}) {
  const TemplateBody = typeof template === 'string' ? template : JSON.stringify(template);
  return callTo('cloudformation:CreateStack', { StackName: 'web', TemplateBody, ...more });
}

function resources(given: Readonly<Record<string, unknown>>) {
  return stack({ Resources: given });
}

/** The checks of what a stack makes, in short. */
function made(call: ReturnType<typeof stack>): readonly string[] {
  return listChecks(call)
    .filter(({ action }) => !action.startsWith('cloudformation:'))
    .map(
      ({ need, reason, action, resource, resourcePattern }) =>
        `${need} ${reason} ${action} ${resource ?? `~${resourcePattern}`}`,
    );
}

function checkOf(call: ReturnType<typeof stack>, action: string): RequiredCheck | undefined {
  return listChecks(call).find((check) => check.action === action);
}

describe('what a stack makes without a role of its own', () => {
  test('is asked for in the name of the caller, through AWS CloudFormation (S178, S179)', () => {
    const call = resources({ Queue: QUEUE });
    expect(made(call)).toEqual([
      `always forwardAccess sqs:CreateQueue arn:aws:sqs:${REGION}:${ACCOUNT}:jobs`,
    ]);
    expect(checkOf(call, 'sqs:CreateQueue')).toMatchObject({
      principal: roleArn('deploy'),
      context: {
        'aws:ViaAWSService': 'true',
        'aws:CalledVia': ['cloudformation.amazonaws.com'],
        'aws:CalledViaFirst': 'cloudformation.amazonaws.com',
        'aws:CalledViaLast': 'cloudformation.amazonaws.com',
      },
    });
  });

  test.each(['aws:ViaAWSService', 'aws:viaawsservice'])(
    'comes through AWS CloudFormation though the call itself is said not to (`%s`)',
    (key) => {
      const call = { ...resources({ Queue: QUEUE }), context: { [key]: 'false' } };
      const { context = {} } = checkOf(call, 'sqs:CreateQueue') ?? {};
      const said = Object.entries(context).filter(([name]) => name.toLowerCase() === 'aws:viaawsservice');
      expect(said).toEqual([['aws:ViaAWSService', 'true']]);
    },
  );

  test('has other tags than the request for the stack', () => {
    const call = {
      ...resources({ Queue: QUEUE }),
      context: { 'aws:RequestTag/team': 'blue', 'aws:TagKeys': ['team'], 'aws:PrincipalTag/team': 'blue' },
    };
    const { context = {} } = checkOf(call, 'sqs:CreateQueue') ?? {};
    expect(Object.keys(context).filter((key) => /tag/i.test(key))).toEqual(['aws:PrincipalTag/team']);
    const policies = identity(
      { Action: 'cloudformation:*' },
      { Action: 'sqs:*', Condition: { StringEquals: { 'aws:RequestTag/team': 'blue' } } },
    );
    expect(simulateOperation(policies, call).answer).toBe('Depends');
  });

  test('has roles that are passed on, whose trust is asked for as well', () => {
    const Properties = {
      FunctionName: 'f',
      Role: roleArn('fn'),
      Code: { S3Bucket: 'code', S3Key: { Ref: 'Key' } },
    };
    expect(made(resources({ F: { Type: 'AWS::Lambda::Function', Properties } }))).toEqual([
      `always forwardAccess lambda:CreateFunction arn:aws:lambda:${REGION}:${ACCOUNT}:function:f`,
      'thisCall forwardAccess s3:GetObject ~arn:aws:s3:::code/*',
      `always forwardAccess iam:PassRole ${roleArn('fn')}`,
      `always trust sts:AssumeRole ${roleArn('fn')}`,
      'perhaps forwardAccess kms:Decrypt ~arn:aws:kms:*:*:key/*',
    ]);
  });

  test('has no name where the template has none, or a function makes it', () => {
    for (const Properties of [undefined, {}, { QueueName: { 'Fn::Sub': '${Stage}-jobs' } }])
      expect(made(resources({ Queue: { Type: 'AWS::SQS::Queue', Properties } }))).toEqual([
        `always forwardAccess sqs:CreateQueue ~arn:aws:sqs:${REGION}:${ACCOUNT}:*`,
      ]);
    // Not the default of the API, which is another cluster.
    const cluster = { Type: 'AWS::ECS::Cluster' };
    expect(made(resources({ Cluster: cluster }))[0]).toBe(
      `always forwardAccess ecs:CreateCluster ~arn:aws:ecs:${REGION}:${ACCOUNT}:cluster/*`,
    );
    const role = { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } } };
    expect(made(resources({ F: role }))).toContain('always forwardAccess iam:PassRole ~arn:*:iam::*:role/*');
  });

  test('is only perhaps needed under a condition', () => {
    expect(made(resources({ Queue: { ...QUEUE, Condition: 'IsProd' } }))).toEqual([
      `perhaps forwardAccess sqs:CreateQueue arn:aws:sqs:${REGION}:${ACCOUNT}:jobs`,
    ]);
  });

  test('may have tags, so that a condition on them is open', () => {
    const tagged = { Condition: { StringEquals: { 'aws:RequestTag/team': 'blue' } }, Action: 'sqs:*' };
    const policies = identity({ Action: 'cloudformation:*' }, tagged);
    const { answer, unknown } = simulateOperation(policies, resources({ Queue: QUEUE }));
    expect([answer, unknown.includes('aws:RequestTag/team')]).toEqual(['Depends', true]);
  });
});

describe('a stack whose resources are not all known', () => {
  const all = identity({ Action: '*' });

  test('is never allowed, and says which, with its type', () => {
    const call = resources({ Queue: QUEUE, Mesh: { Type: 'AWS::AppMesh::Mesh' }, Odd: 'x' });
    expect(unlistedNeeds(call)).toEqual([
      {
        words: 'what AWS CloudFormation asks for besides sqs:CreateQueue to make Queue (AWS::SQS::Queue)',
        need: 'perhaps',
      },
      { words: 'what AWS CloudFormation asks for to make Mesh (AWS::AppMesh::Mesh)', need: 'thisCall' },
      { words: 'what AWS CloudFormation asks for to make Odd (of no type)', need: 'thisCall' },
    ]);
    const decision = simulateOperation(all, call);
    expect(decision.answer).toBe('Depends');
    expect(decision.unknown).toEqual(unlistedNeeds(call).map(({ words }) => words));
    const { checks, unlisted } = decision;
    expect(settleChecks(checks, { perhaps: 'ignore', unlisted }).answer).toBe('Depends');
  });

  test('is allowed without what it only may need, where every type has an operation', () => {
    const { checks, unlisted } = simulateOperation(all, resources({ Queue: QUEUE }));
    expect(settleChecks(checks, { unlisted }).answer).toBe('Depends');
    expect(settleChecks(checks, { perhaps: 'ignore', unlisted }).answer).toBe('Allow');
    expect(simulateOperation(all, resources({})).answer).toBe('Allow');
  });

  test('is denied where what is known of it is', () => {
    const policies = identity({ Action: '*' }, { Effect: 'Deny', Action: 'sqs:*' });
    expect(simulateOperation(policies, resources({ Queue: QUEUE })).answer).toBe('Denied');
    const direct = identity({
      Action: '*',
      Condition: { Bool: { 'aws:ViaAWSService': 'false' } },
    });
    expect(simulateOperation(direct, resources({ Queue: QUEUE })).answer).toBe('Denied');
  });

  test.each([
    ['a text in YAML', stack('Resources:\n  Queue:\n'), 'which is no template in JSON'],
    ['no object', stack('[]'), 'which is no template in JSON'],
    ['resources that are a list', stack({ Resources: [] }), 'which is no template in JSON'],
    [
      'no template at all',
      callTo('cloudformation:CreateStack', { StackName: 'web' }),
      'which is not at hand',
    ],
    [
      'a template elsewhere',
      callTo('cloudformation:CreateStack', { StackName: 'web', TemplateURL: 'https://b.s3.amazonaws.com/t' }),
      'the template https://b.s3.amazonaws.com/t, which is not at hand',
    ],
  ])('of %s is never allowed', (_, call, words) => {
    expect(unlistedNeeds(call)).toMatchObject([{ need: 'thisCall', words: expect.stringContaining(words) }]);
    const { answer, checks, unlisted } = simulateOperation(all, call);
    expect([answer, settleChecks(checks, { perhaps: 'ignore', unlisted }).answer]).toEqual([
      'Depends',
      'Depends',
    ]);
  });

  test('of a template that a macro changes says so', () => {
    const call = stack({ Transform: ['AWS::Serverless-2016-10-31'], Resources: {} });
    expect(unlistedNeeds(call)).toEqual([
      { words: 'what AWS::Serverless-2016-10-31 makes of the template', need: 'thisCall' },
    ]);
  });

  test('that is changed depends on what it has, unless a role is passed', () => {
    const update = callTo('cloudformation:UpdateStack', { StackName: 'web', TemplateBody: '{}' });
    const { answer, unknown } = simulateOperation(all, update);
    expect([answer, unknown]).toEqual([
      'Depends',
      ['what AWS CloudFormation asks for to change the stack, unless the stack has a role'],
    ]);
    const withRole = { ...update, input: { ...update.input, RoleARN: roleArn('cfn') } };
    expect(unlistedNeeds(withRole)).toEqual([]);
  });
});

test('what a stack makes with a role is the matter of the role', () => {
  const call = stack(
    { Resources: { Queue: QUEUE, Mesh: { Type: 'AWS::AppMesh::Mesh' } } },
    { RoleARN: roleArn('cfn') },
  );
  expect(made(call)).toEqual([
    `thisCall passRole iam:PassRole ${roleArn('cfn')}`,
    `thisCall trust sts:AssumeRole ${roleArn('cfn')}`,
  ]);
  expect(unlistedNeeds(call)).toEqual([]);
  const world = { trustOf: () => trusts('cloudformation') };
  expect(
    simulateOperation(identity({ Action: ['cloudformation:*', 'iam:PassRole'] }), call, world).answer,
  ).toBe('Allow');
});
