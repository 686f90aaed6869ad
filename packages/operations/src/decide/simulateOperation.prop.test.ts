import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callTo, identity, roleArn, trusts } from '../_testing/given.ts';
import { listChecks } from '../checks/listChecks.ts';
import { compiledPolicies } from '../policies/compiledPolicies.ts';
import { decideCheck } from './decideCheck.ts';
import { settleChecks } from './settleChecks.ts';
import { simulateOperation } from './simulateOperation.ts';

const CALLS = [
  callTo('ecs:RunTask', { taskDefinition: 'web', tags: [{ key: 'team', value: 'blue' }] }),
  callTo('ecs:RunTask', {
    cluster: 'shop',
    taskDefinition: 'web:7',
    overrides: { taskRoleArn: roleArn('task') },
  }),
  callTo('ec2:RunInstances', { ImageId: 'ami-1', IamInstanceProfile: { Name: 'web' } }),
  callTo('lambda:CreateFunction', {
    FunctionName: 'f',
    Role: roleArn('fn'),
    Code: { S3Bucket: 'b', S3Key: 'k' },
  }),
  callTo('s3:PutObject', { Bucket: 'docs', Key: 'a', SSEKMSKeyId: 'alias/mine' }),
  callTo('secretsmanager:GetSecretValue', { SecretId: 'db' }),
  callTo('iam:AttachRolePolicy', { RoleName: 'r', PolicyArn: 'arn:aws:iam::aws:policy/X' }),
  callTo('batch:SubmitJob', { jobName: 'j' }),
];
const WORLDS = [
  {},
  { trustOf: () => trusts('ecs-tasks', 'lambda', 'ec2'), keyOf: () => 'none', rolesOf: () => [] },
];

const action = fc.constantFrom(
  '*',
  'ecs:*',
  'ecs:RunTask',
  'ecs:TagResource',
  'iam:PassRole',
  'ec2:*',
  'ec2:RunInstances',
  'lambda:*',
  's3:*',
  's3:GetObject',
  'kms:*',
  'secretsmanager:*',
  'iam:*',
  'batch:SubmitJob',
  'sts:*',
);
const resource = fc.constantFrom(
  '*',
  'arn:aws:ecs:*:*:task-definition/web:*',
  'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7',
  'arn:aws:iam::111122223333:role/*',
  roleArn('task'),
  'arn:aws:s3:::docs/*',
  'arn:aws:iam::*:role/r',
  'arn:aws:secretsmanager:*:*:secret:db-*',
  'arn:aws:ecs:*:*:task/default/*',
  'arn:aws:batch:*:*:job*/*',
);
const statement = fc.record({
  Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
  Action: fc.array(action, { minLength: 1, maxLength: 4 }),
  Resource: fc.array(resource, { minLength: 1, maxLength: 3 }),
  Condition: fc.constantFrom(
    {},
    { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    { StringEquals: { 'aws:RequestTag/team': 'blue' } },
  ),
});
const policies = fc
  .array(statement, { minLength: 1, maxLength: 5 })
  .map((statements) => ({ statements, set: identity(...statements) }));
const call = fc.constantFrom(...CALLS);
const world = fc.constantFrom(...WORLDS);

describe('simulateOperation', () => {
  test('never makes `Denied` an `Allow` by one check more', () => {
    fc.assert(
      fc.property(policies, call, world, ({ set }, asked, known) => {
        const { checks } = simulateOperation(set, asked, known);
        for (let count = 1; count < checks.length; count++) {
          const fewer = settleChecks(checks.slice(0, count)).answer;
          const more = settleChecks(checks.slice(0, count + 1)).answer;
          if (fewer === 'Denied') expect(more).toBe('Denied');
          if (more === 'Allow') expect(fewer).toBe('Allow');
        }
      }),
    );
  });

  test('never allows a call with an unknown resource under policies that name resources', () => {
    const named = policies.filter(({ statements }) => statements.every((one) => !one.Resource.includes('*')));
    fc.assert(
      fc.property(named, call, ({ statements }, asked) => {
        const whole = identity(
          ...statements
            .map((one) => ({ ...one, Resource: one.Resource.filter(isExact) }))
            .filter(({ Resource }) => Resource.length > 0),
          { Action: 'none:None' },
        );
        const { answer, checks } = simulateOperation(whole, asked);
        if (checks.some(({ resource: of }) => of === undefined)) expect(answer).not.toBe('Allow');
      }),
    );
  });

  test('is bound by what each resource of an unknown pattern would be decided', () => {
    const unknown = CALLS.flatMap((one) => listChecks(one)).filter(
      ({ resource: of, resourcePattern = '*' }) => of === undefined && resourcePattern.startsWith('arn:aws:'),
    );
    const filling = fc.constantFrom('7', 'AbCdEf', 'x/r', 'web', 'task');
    fc.assert(
      fc.property(policies, fc.constantFrom(...unknown), filling, ({ set }, check, text) => {
        const deciding = {
          compiled: compiledPolicies(set),
          policies: set,
          world: {},
          account: '111122223333',
        };
        const bound = decideCheck(check, deciding).decision.answer;
        const one = fill(check.resourcePattern ?? '', text);
        const exact = decideCheck({ ...check, resource: one, resourcePattern: undefined }, deciding).decision
          .answer;
        if (bound !== 'Depends') expect([one, exact]).toEqual([one, bound]);
      }),
    );
  });

  test('never throws and never allows what is no call', () => {
    const anything = fc.anything();
    const operation = fc.constantFrom(
      'ecs:RunTask',
      's3:PutObject',
      'ec2:RunInstances',
      'none:None',
      '',
      ':',
      'ecs',
    );
    fc.assert(
      fc.property(operation, anything, (name, input) => {
        const asked = {
          ...callTo('ecs:RunTask', {}),
          operation: name,
          input,
        } as unknown as (typeof CALLS)[number];
        const { answer, diagnostics } = simulateOperation(identity({ Action: '*' }), asked, WORLDS[1]);
        if (diagnostics.some(({ severity }) => severity === 'error')) expect(answer).not.toBe('Allow');
      }),
    );
  });
});

/** Without wildcards, so that no policy covers all of a pattern. */
function isExact(text: string): boolean {
  return !/[*?]/.test(text);
}

/** One resource of a pattern. */
function fill(pattern: string, text: string): string {
  return pattern
    .replace('??????', 'AbCdEf')
    .split(':')
    .map((field, index) =>
      field.replaceAll('*', index === 4 ? '111122223333' : index === 3 ? 'eu-west-1' : text),
    )
    .join(':');
}
