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
  [
    'has a variable of which nobody knows',
    { ...WHOLE, Resource: 'arn:aws:sqs:*:*:${aws:PrincipalTag/team}*' },
  ],
  [
    'has a variable with a value of its own',
    { ...WHOLE, Resource: "arn:aws:sqs:*:*:${aws:username, 'jobs'}" },
  ],
  ['leaves out resources', { ...WHOLE, NotResource: 'arn:aws:sqs:*:*:other' }],
  ['has no whole ARN', { ...WHOLE, Resource: 'arn:aws:sqs:*' }],
  ['compares with a variable', { ...WHOLE, Condition: { StringEquals: { 'sqs:x': '${aws:username}' } } }],
])('what hangs on a statement that %s is like nothing else', (_, statement) => {
  const [told] = askAll({ users: { ada: { allow: [statement] } } }, {});
  expect(told).toEqual({ isNowhere: false, key: undefined });
});

test('a variable stands for what is known of the principal', () => {
  const Resource = 'arn:aws:sqs:*:*:${aws:username}-*';
  const users = { ada: { allow: [{ ...WHOLE, Resource }] }, bob: { allow: [{ ...WHOLE, Resource }] } };
  const [own, more, other] = askAll(
    { users },
    { arn: QUEUE.replace('jobs', 'ada-1') },
    { arn: QUEUE.replace('jobs', 'ada-2') },
    { arn: QUEUE.replace('jobs', 'bob-1') },
  );
  expect(own?.key).toBeDefined();
  expect(more?.key).toBe(own?.key);
  expect(other?.isNowhere).toBe(true);
  const bob = { name: 'bob', arn: QUEUE.replace('jobs', 'bob-1') };
  expect(areEqual({ users }, { arn: QUEUE.replace('jobs', 'ada-1') }, bob)).toBe(true);
  // The request says otherwise.
  const context = { 'aws:UserName': 'bob' };
  expect(askAll({ users }, { ...bob, name: 'ada', context })[0]).toEqual({
    isNowhere: false,
    key: undefined,
  });
});

describe('of services with rules of their own, the name of the resource counts', () => {
  const areAlike = (action: string, ...arns: readonly string[]): boolean => {
    const landscape = new Landscape(readGiven({ users: { ada: { allow: [{}] } } }).snapshot);
    const principal = landscape.principal(arnOf('user', 'ada'));
    if (principal === undefined) throw new Error('there is a user');
    const questions = new EqualQuestions();
    const keys = arns.map(
      (arn) => questions.of({ action, principal, resource: landscape.resource(arn), contexts: [] }).key,
    );
    expect(keys).not.toContain(undefined);
    return new Set(keys).size === 1;
  };

  test('not of keys, nor of roles without a path', () => {
    expect(
      areAlike(
        'kms:decrypt',
        `arn:aws:kms:eu-west-1:${ACCOUNT}:key/a-1`,
        `arn:aws:kms:eu-west-1:${ACCOUNT}:key/b-2`,
      ),
    ).toBe(true);
    expect(areAlike('iam:deleterole', arnOf('role', 'one'), arnOf('role', 'other'))).toBe(true);
  });

  test.each<[string, string, string, string]>([
    [
      'aliases',
      'kms:deletealias',
      `arn:aws:kms:eu-west-1:${ACCOUNT}:alias/aws/s3`,
      `arn:aws:kms:eu-west-1:${ACCOUNT}:alias/own`,
    ],
    ['roles with a path', 'iam:deleterole', arnOf('role', 'aws-reserved/one'), arnOf('role', 'other')],
    ['roles of AWS', 'iam:deleterole', arnOf('role', 'AWSServiceRoleForX'), arnOf('role', 'other')],
    [
      'accounts',
      'kms:decrypt',
      `arn:aws:kms:eu-west-1:${ACCOUNT}:key/a`,
      `arn:aws:kms:eu-west-1:${OTHER}:key/a`,
    ],
  ])('but of %s', (_, action, one, other) => {
    expect(areAlike(action, one, other)).toBe(false);
  });
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
