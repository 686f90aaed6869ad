import { expect, test } from 'vitest';
import { newSlot, type PolicySlot } from '../../model/policySlot.ts';
import type { RequestForm } from '../../model/state.ts';
import { decideCall } from './decideCall.ts';
import { suggest } from './suggest.ts';

const FORM: RequestForm = {
  principal: 'arn:aws:iam::111122223333:user/alice',
  action: 'ecs:RunTask',
  resource: 'arn:aws:ecs:eu-central-1:111122223333:task-definition/web:7',
  resourceAccount: '',
  underlying: [],
  context: [],
  grants: '',
};

function slot(kind: PolicySlot['kind'], ...Statement: readonly object[]): PolicySlot {
  return newSlot({ kind, level: 0, name: kind, text: JSON.stringify({ Version: '2012-10-17', Statement }) });
}

const ALL = { Effect: 'Allow', Action: '*', Resource: '*' };
const run = (slots: readonly PolicySlot[]): Parameters<typeof suggest>[0] => ({
  slots,
  flags: {},
  request: FORM,
});
const call = { operation: 'ecs:RunTask', input: '{"taskDefinition":"web:7"}', region: 'eu-central-1' };

test('a call is decided by one line for each check, and each is a request', () => {
  const answer = decideCall({ ...run([slot('identity', { ...ALL, Action: 'ecs:RunTask' })]), call });
  expect(answer.ok && answer.checks[0]).toMatchObject({
    action: 'ecs:RunTask',
    resource: 'arn:aws:ecs:eu-central-1:111122223333:task-definition/web:7',
    answer: 'Allow',
    form: { principal: FORM.principal, action: 'ecs:RunTask' },
  });
  expect(answer.ok && answer.checks.map(({ action }) => action)).toContain('iam:PassRole');
});

test.each([
  [{ ...call, input: '[' }, /not JSON/],
  [{ ...call, input: '[]' }, /is a JSON object/],
  [{ ...call, operation: 'RunTask' }, /PREFIX:NAME/],
])('what is no call says so: %j', (wrong, problem) => {
  const answer = decideCall({ ...run([]), call: wrong });
  expect(answer.ok ? '' : answer.problem).toMatch(problem);
});

test('an operation that is not known is told, and not allowed', () => {
  const answer = decideCall({ ...run([slot('identity', ALL)]), call: { ...call, operation: 'ecs:RunTsak' } });
  expect(answer.ok && [answer.answer, answer.notes.join()]).toEqual([
    expect.not.stringMatching('Allow'),
    expect.stringContaining('RunTsak'),
  ]);
});

test('the missing statement is told', () => {
  const found = suggest(run([slot('identity')]));
  expect(found?.kind === 'policy' && JSON.parse(found.text)).toEqual({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['ecs:RunTask'], Resource: FORM.resource }],
  });
});

test('a role is passed to the service that the request names, and to no other', () => {
  const request = {
    ...FORM,
    action: 'iam:PassRole',
    resource: 'arn:aws:iam::111122223333:role/web',
    context: [{ key: 'iam:PassedToService', value: 'ecs-tasks.amazonaws.com' }],
  };
  const found = suggest({ ...run([]), request });
  expect(found?.kind === 'policy' && found.text).toContain(
    '"iam:PassedToService": "ecs-tasks.amazonaws.com"',
  );
});

const nothing = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
test.each([
  ['a Deny', [slot('identity', ALL, { ...ALL, Effect: 'Deny', Sid: 'Stop' })], /Stop|denie/],
  ['a boundary', [slot('boundary', nothing)], /boundary/],
  ['an SCP', [slot('scp', nothing)], /SCP/],
  ['a session policy', [slot('session', nothing)], /session/],
])('none is told where %s stops it', (_, slots, words) => {
  const found = suggest(run(slots));
  expect(found?.kind).toBe('stopped');
  expect(JSON.stringify(found)).toMatch(words);
});

test('nothing is told of what is allowed, or cannot be read', () => {
  expect(suggest(run([slot('identity', ALL)]))).toBeUndefined();
  expect(suggest(run([newSlot({ kind: 'scp', level: 0, name: 'x', text: '{' })]))).toBeUndefined();
});
