import { describe, expect, test } from 'vitest';
import { ACCOUNT, arnOf, documentOf, OTHER, readGiven, type GivenAccounts } from '../_testing/given.ts';
import { Landscape } from '../landscape/landscape.ts';
import { EqualQuestions, type QuestionFacts } from './equalQuestions.ts';

const QUEUE = `arn:aws:sqs:eu-west-1:${ACCOUNT}:jobs`;
const WHOLE = { Action: 'sqs:*' };
const MFA = 'aws:MultiFactorAuthPresent';
const IF = { Condition: { Bool: { [MFA]: 'true' } } };

interface Asked {
  readonly name?: string;
  readonly arn?: string;
  readonly context?: Readonly<Record<string, string>>;
}

/** What is told of questions about one landscape, one after the other. */
function askAll(given: GivenAccounts, ...asked: readonly Asked[]): readonly QuestionFacts[] {
  const landscape = new Landscape(readGiven(given).snapshot);
  const questions = new EqualQuestions();
  return asked.map(({ name = 'ada', arn = QUEUE, context = {} }) => {
    const principal = landscape.principal(arnOf('user', name));
    if (principal === undefined) throw new Error('there is a user');
    const resource = landscape.resource(arn);
    return questions.of({ action: 'sqs:sendmessage', principal, resource, contexts: [context] });
  });
}

const areEqual = (given: GivenAccounts, one: Asked, other: Asked): boolean => {
  const [first, second] = askAll(given, one, other);
  expect(first?.key).toBeDefined();
  return first?.key === second?.key;
};

describe('questions are equal', () => {
  test('of principals whose statements say the same of the action, and of resources that they are all about', () => {
    const users = {
      ada: { allow: [WHOLE, { Action: 'ec2:*' }] },
      bob: { allow: [{ Sid: 'Send', Action: 'sqs:Send*', Resource: 'arn:aws:sqs:*:*:jobs*' }] },
    };
    expect(areEqual({ users }, {}, { name: 'bob' })).toBe(true);
    expect(areEqual({ users }, {}, { arn: `${QUEUE}-2` })).toBe(true);
  });

  test('not where a key that is asked for has another value, though others may', () => {
    const users = { ada: { allow: [{ ...WHOLE, ...IF }] } };
    const context = { 'aws:SourceVpce': 'vpce-1' };
    expect(areEqual({ users }, {}, { context })).toBe(true);
    expect(areEqual({ users }, {}, { context: { [MFA]: 'true' } })).toBe(false);
  });

  test.each<[string, object, object]>([
    ['effect', WHOLE, { Effect: 'Deny', ...WHOLE }],
    ['condition', WHOLE, { ...WHOLE, ...IF }],
  ])('not where the %s is another', (_, one, other) => {
    const users = { ada: { allow: [one] }, bob: { allow: [other] } };
    expect(areEqual({ users }, {}, { name: 'bob' })).toBe(false);
  });

  test('not where one statement more is about one of the resources', () => {
    const users = { ada: { allow: [WHOLE, { Effect: 'Deny', ...WHOLE, Resource: QUEUE }] } };
    expect(areEqual({ users }, {}, { arn: `${QUEUE}-2` })).toBe(false);
  });

  test('not under another boundary, nor of resources of another account', () => {
    const boundary = `arn:aws:iam::${ACCOUNT}:policy/limit`;
    const given = {
      users: { ada: { allow: [WHOLE] }, bob: { allow: [WHOLE], boundary } },
      policies: { [boundary]: documentOf(WHOLE) },
    };
    expect(areEqual(given, {}, { name: 'bob' })).toBe(false);
    expect(areEqual(given, {}, { arn: QUEUE.replace(ACCOUNT, OTHER) })).toBe(false);
  });

  test('not where a policy of the resource knows one of the principals by name', () => {
    const users = { ada: { allow: [WHOLE] }, bob: { allow: [WHOLE] }, eve: { allow: [WHOLE] } };
    const policy = documentOf({ Effect: 'Deny', Principal: { AWS: arnOf('user', 'bob') }, ...WHOLE });
    const given = { users, resources: [{ arn: QUEUE, account: ACCOUNT, tags: {}, policy }] };
    expect(areEqual(given, {}, { name: 'bob' })).toBe(false);
    expect(areEqual(given, {}, { name: 'eve' })).toBe(true);
  });
});

test.each<[string, object]>([
  ['has a variable', { ...WHOLE, Resource: 'arn:aws:sqs:*:*:${aws:username}' }],
  ['leaves out resources', { ...WHOLE, NotResource: 'arn:aws:sqs:*:*:other' }],
  ['has no whole ARN', { ...WHOLE, Resource: 'arn:aws:sqs:*' }],
  ['compares with a variable', { ...WHOLE, Condition: { StringEquals: { 'sqs:x': '${aws:username}' } } }],
])('what hangs on a statement that %s is like nothing else', (_, statement) => {
  const [told] = askAll({ users: { ada: { allow: [statement] } } }, {});
  expect(told).toEqual({ isNowhere: false, key: undefined });
});

test('what no statement allows or denies is allowed nowhere', () => {
  const nowhere = (...allow: readonly object[]): boolean | undefined =>
    askAll({ users: { ada: { allow } } }, {})[0]?.isNowhere;
  expect(nowhere({ Action: 'ec2:*' })).toBe(true);
  expect(nowhere({ ...WHOLE, Resource: `${QUEUE}-2` })).toBe(true);
  expect(nowhere(WHOLE)).toBe(false);
  expect(nowhere({ Effect: 'Deny', ...WHOLE })).toBe(false);
  const policy = documentOf({ Principal: '*' });
  const resources = [{ arn: QUEUE, account: ACCOUNT, tags: {}, policy }];
  expect(askAll({ users: { ada: {} }, resources }, {})[0]?.isNowhere).toBe(false);
});
