import { expect, test } from 'vitest';
import { callTo, identity, roleArn, trusts } from '../_testing/given.ts';
import { callRequests } from './callRequests.ts';
import { outcomeOf } from './outcomeOf.ts';
import { simulateOperation } from './simulateOperation.ts';

const call = callTo('ecs:RunTask', {
  taskDefinition: 'web:7',
  overrides: { taskRoleArn: roleArn('web') },
});
const world = { rolesOf: () => [], trustOf: () => trusts('ecs-tasks') };
const run = { Action: 'ecs:RunTask' };
const pass = { Action: 'iam:PassRole' };

test('S180: the outcome of a call in the words of decisions', () => {
  const outcome = (...statements: readonly object[]) =>
    outcomeOf(simulateOperation(identity(...(statements as Record<string, unknown>[])), call, world));
  expect(outcome(run, pass)).toBe('Allow');
  expect(outcome(run)).toBe('ImplicitDeny');
  expect(outcome(run, pass, { ...pass, Effect: 'Deny' })).toBe('ExplicitDeny');
  const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
  expect(outcome({ ...run, Condition: mfa }, pass)).toBe('Depends');
  // A Deny that may apply beside what is not allowed anyway settles nothing for certain.
  expect(outcome(run, { ...pass, Effect: 'Deny', Condition: mfa })).toBe('ImplicitDeny');
  expect(outcomeOf(simulateOperation(identity(run, pass), call, { rolesOf: () => [] }))).toBe('Depends');
});

test('the requests of a call are those of its checks whose resource is known, each under what bears on it', () => {
  const policies = identity(run, pass);
  const requests = callRequests(policies, call);
  expect(requests.map(({ request }) => [request.action, request.resource])).toEqual([
    ['ecs:RunTask', 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7'],
    ['iam:PassRole', roleArn('web')],
    ['sts:AssumeRole', roleArn('web')],
  ]);
  expect(requests.map((one) => one.policies.identity?.length ?? 0)).toEqual([1, 1, 0]);
});
