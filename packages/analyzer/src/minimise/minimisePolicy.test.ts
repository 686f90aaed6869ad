import { parsePolicy, type Policy, type PolicyType } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { minimisePolicy } from './minimisePolicy.ts';
import type { MinimiseOptions } from './minimiseOptions.ts';

type Members = Readonly<Record<string, unknown>>;

function policyOf(document: unknown, type?: PolicyType): Policy {
  const result = parsePolicy(JSON.stringify(document), { type });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.policy;
}

function minimised(document: Members, options?: MinimiseOptions): unknown {
  const { text, before, after, policy } = minimisePolicy(policyOf(document), options);
  expect(after).toBe(text.length);
  expect(before).toBe(JSON.stringify(document).length);
  expect(after).toBeLessThanOrEqual(before);
  expect(parsePolicy(text)).toMatchObject({ ok: true, policy: { statements: policy.statements } });
  return JSON.parse(text);
}

const ALLOW = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

function statementsOf(statements: readonly Members[], options?: MinimiseOptions): unknown {
  const { Statement } = minimised({ Version: '2012-10-17', Statement: statements }, options) as Members;
  return Statement;
}

/** The one statement that is left of one with other members. */
function statementOf(members: Members): unknown {
  return statementsOf([{ ...ALLOW, ...members }]);
}

describe('lists', () => {
  test('S5, S7: a list of one is written without its brackets', () => {
    expect(statementOf({ Action: ['s3:GetObject'], Resource: ['*'] })).toEqual(ALLOW);
  });

  test('S18: what is compared as boolean or number needs no quotation marks', () => {
    expect(
      statementOf({
        Condition: {
          Bool: { 'aws:SecureTransport': 'true' },
          NumericLessThan: { 's3:max-keys': ['10', '007', '1e3'] },
          StringEquals: { 'aws:a': '10' },
        },
      }),
    ).toMatchObject({
      Condition: {
        Bool: { 'aws:SecureTransport': true },
        NumericLessThan: { 's3:max-keys': [10, '007', '1e3'] },
        StringEquals: { 'aws:a': '10' },
      },
    });
  });

  test('S61 to S66: actions that a pattern beside them covers go, whatever their case', () => {
    expect(
      statementOf({ Action: ['s3:GetObject', 'S3:getobject', 's3:Get*', 's3:PutObject'] }),
    ).toMatchObject({
      Action: ['s3:Get*', 's3:PutObject'],
    });
    expect(statementOf({ Action: ['s3:*', '*:*', 'ecs:RunTask'] })).toMatchObject({ Action: '*' });
    expect(statementOf({ Action: ['s3:G**', 's3:x'] })).toMatchObject({ Action: ['s3:G*', 's3:x'] });
  });

  test('S65: a pattern that the language does not have covers nothing', () => {
    for (const irregular of ['s*', '*:Get*', '**']) {
      expect(statementOf({ Action: ['s3:GetObject', irregular, irregular] })).toMatchObject({
        Action: ['s3:GetObject', irregular],
      });
    }
  });

  test('S48 to S56: resources that a pattern beside them covers go', () => {
    expect(
      statementOf({
        Resource: ['arn:aws:s3:::b/*', 'arn:aws:s3:::b', 'arn:aws:s3:::b/a*', 'arn:aws:s3:::b/**'],
      }),
    ).toMatchObject({ Resource: ['arn:aws:s3:::b/*', 'arn:aws:s3:::b'] });
    expect(
      statementOf({ Resource: undefined, NotResource: ['arn:aws:s3:::b/k', 'arn:aws:s3:::b/*'] }),
    ).toEqual({
      Effect: 'Allow',
      Action: 's3:GetObject',
      NotResource: 'arn:aws:s3:::b/*',
    });
  });

  test('S51: a star inside a field does not cover one behind another colon', () => {
    const Resource = ['arn:aws:sqs:us-*-1:111122223333:q', 'arn:aws:sqs:us-east-1:x-1:111122223333:q'];
    expect(statementOf({ Resource: [...Resource, Resource[0]] })).toMatchObject({ Resource });
  });

  test('S52: a short ARN covers only what it covers in every type of policy', () => {
    const Resource = ['arn:aws:sqs', 'arn:aws:sqs:us-east-1:111122223333:q'];
    expect(statementOf({ Resource: [...Resource, Resource[0]] })).toMatchObject({ Resource });
    expect(statementOf({ Resource: ['arn:aws:sqs', 'arn:aws:*', 'arn:aws:sqs'] })).toMatchObject({
      Resource: 'arn:aws:*',
    });
  });

  test('S58: an entry with a variable goes from Resource, never from NotResource', () => {
    const values = ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/home/${aws:username}/*'];
    expect(statementOf({ Resource: values })).toMatchObject({ Resource: 'arn:aws:s3:::b/*' });
    const { Resource: _, ...rest } = ALLOW;
    expect(statementsOf([{ ...rest, NotResource: [...values, values[0]] }])).toMatchObject({
      NotResource: values,
    });
  });

  test('S3: without variables `${` is text', () => {
    const Resource = ['arn:aws:s3:::b/${a}', 'arn:aws:s3:::b/${*}'];
    expect(minimised({ Statement: { ...ALLOW, Resource: [...Resource, Resource[0]] } })).toMatchObject({
      Statement: { Resource: 'arn:aws:s3:::b/${*}' },
    });
    expect(statementOf({ Resource: [...Resource, Resource[0]] })).toMatchObject({ Resource });
  });

  test('S92, S109: condition values that a pattern beside them covers go', () => {
    const of = (operator: string, values: readonly string[]): unknown =>
      (statementOf({ Condition: { [operator]: { 'aws:k': values } } }) as { Condition: Members }).Condition;
    expect(of('StringLike', ['a*', 'ab'])).toEqual({ StringLike: { 'aws:k': 'a*' } });
    expect(of('ForAllValues:StringNotLike', ['ab', 'a*', 'b'])).toEqual({
      'ForAllValues:StringNotLike': { 'aws:k': ['a*', 'b'] },
    });
    expect(of('StringEquals', ['a*', 'ab', 'ab'])).toEqual({ StringEquals: { 'aws:k': ['a*', 'ab'] } });
    expect(of('StringLike', ['a*', 'a${aws:username}', 'a*'])).toEqual({
      StringLike: { 'aws:k': ['a*', 'a${aws:username}'] },
    });
    expect(of('ArnLike', ['*', 'arn:aws:s3:::b', 'arn:aws:s3:::*'])).toEqual({
      ArnLike: { 'aws:k': ['*', 'arn:aws:s3:::*'] },
    });
    // S112: what is no ARN keeps a Deny, also beside a pattern of everything.
    expect(of('ArnLike', ['arn:*:*:*:*:*', 'role', 'arn:aws:s3:::b'])).toEqual({
      ArnLike: { 'aws:k': ['arn:*:*:*:*:*', 'role'] },
    });
  });

  test('S129: `*` covers every other principal, but not under NotPrincipal', () => {
    const AWS = ['111122223333', '*', '111122223333'];
    expect(statementOf({ Principal: { AWS, Service: 'ecs.amazonaws.com' } })).toMatchObject({
      Principal: '*',
    });
    expect(statementOf({ Effect: 'Deny', NotPrincipal: { AWS } })).toMatchObject({
      NotPrincipal: { AWS: ['111122223333', '*'] },
    });
  });
});

describe('statements', () => {
  const deny = { Effect: 'Deny', Action: 'ecs:RunTask', Resource: '*' };

  test('6: statements that differ in one list become one', () => {
    expect(statementsOf([ALLOW, deny, { ...ALLOW, Action: ['s3:PutObject', 's3:GetObject'] }])).toEqual([
      { ...ALLOW, Action: ['s3:GetObject', 's3:PutObject'] },
      deny,
    ]);
    expect(
      statementsOf([
        { ...ALLOW, Resource: 'arn:aws:s3:::a' },
        { ...ALLOW, Resource: 'arn:aws:s3:::${aws:username}' },
      ]),
    ).toEqual({ ...ALLOW, Resource: ['arn:aws:s3:::a', 'arn:aws:s3:::${aws:username}'] });
    expect(
      statementsOf([
        { ...ALLOW, Principal: { AWS: '111122223333' } },
        { ...ALLOW, Principal: { Service: 'ecs.amazonaws.com' } },
      ]),
    ).toEqual({ ...ALLOW, Principal: { AWS: '111122223333', Service: 'ecs.amazonaws.com' } });
  });

  test('6: not so the negated lists', () => {
    const { Action: _, ...rest } = ALLOW;
    const statements = [
      { ...rest, NotAction: 's3:GetObject' },
      { ...rest, NotAction: ['ecs:RunTask', 'ecs:RunTask'] },
    ];
    expect(statementsOf(statements)).toEqual([statements[0], { ...rest, NotAction: 'ecs:RunTask' }]);
  });

  const when = (operator: string, values: unknown): Members => ({
    ...ALLOW,
    Condition: { [operator]: { 'aws:k': values }, Bool: { 'aws:SecureTransport': true } },
  });

  test('S70: the values of a positive condition are alternatives', () => {
    for (const operator of ['StringEquals', 'ForAnyValue:StringLike', 'IpAddressIfExists']) {
      expect(statementsOf(['a', 'b', ['c', 'a']].map((values) => when(operator, values)))).toEqual(
        when(operator, ['a', 'b', 'c']),
      );
    }
  });

  test.each(['StringNotEquals', 'ForAllValues:StringEquals', 'ForAnyValue:StringNotLike', 'NotIpAddress'])(
    'S71, S83: those of %s are not',
    (operator) => {
      const statements = [when(operator, 'a'), when(operator, 'b')];
      expect(statementsOf([...statements, when(operator, 'b')])).toEqual(statements);
    },
  );

  test('S70: values of two conditions never become alternatives at once', () => {
    const both = (one: string, other: string): Members => ({
      ...ALLOW,
      Condition: { StringEquals: { 'aws:a': one, 'aws:b': other } },
    });
    expect(statementsOf([both('a', 'x'), both('b', 'x'), both('a', 'y')])).toEqual([
      { ...ALLOW, Condition: { StringEquals: { 'aws:a': ['a', 'b'], 'aws:b': 'x' } } },
      both('a', 'y'),
    ]);
  });

  test('S20: an empty list of values is left alone', () => {
    const statements = [when('StringEquals', []), when('StringEquals', 'b')];
    expect(statementsOf([...statements, when('StringEquals', 'b')])).toEqual(statements);
  });

  test('many statements that differ in one value become one', () => {
    const values = Array.from({ length: 300 }, (_, index) => `v${String(index)}`);
    expect(statementsOf(values.map((value) => when('StringEquals', value)))).toEqual(
      when('StringEquals', values),
    );
  });

  test('3: a statement that another one covers goes', () => {
    const wide = { Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::b/*' };
    const narrow = {
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:Put*'],
      Resource: 'arn:aws:s3:::b/k',
      Condition: { Bool: { 'aws:SecureTransport': true } },
    };
    expect(statementsOf([narrow, wide])).toEqual(wide);
    expect(statementsOf([wide, { ...narrow, Effect: 'Deny' }, narrow])).toEqual([
      wide,
      { ...narrow, Effect: 'Deny' },
    ]);
    const conditional = { ...wide, Condition: { Bool: { 'aws:SecureTransport': false } } };
    expect(statementsOf([conditional, narrow, narrow])).toEqual([conditional, narrow]);
  });

  test('5: an element and its negation cover each other only where that is plain', () => {
    const except = (NotAction: unknown): Members => ({ Effect: 'Allow', NotAction, Resource: '*' });
    expect(statementsOf([except(['iam:*', 's3:GetObject']), except('iam:PassRole')])).toEqual(
      except('iam:PassRole'),
    );
    expect(statementsOf([except('iam:*'), { ...ALLOW, Action: '*' }])).toEqual({ ...ALLOW, Action: '*' });
    expect(statementsOf([ALLOW, except('iam:*'), ALLOW])).toEqual([ALLOW, except('iam:*')]);
  });

  test('S16, S29: statements with and without an element never cover each other', () => {
    const principal = { ...ALLOW, Principal: '*' };
    const { Resource: _, ...own } = principal;
    expect(statementsOf([principal, own, ALLOW, ALLOW])).toEqual([principal, own, ALLOW]);
  });

  test('S142: NotPrincipal is covered by `*` only', () => {
    const of = (members: Members): Members => ({ ...deny, ...members });
    const spared = of({ NotPrincipal: { AWS: '111122223333' } });
    expect(statementsOf([spared, of({ Principal: '*' })])).toEqual(of({ Principal: '*' }));
    const others = of({ NotPrincipal: { AWS: ['111122223333', '444455556666'] } });
    expect(statementsOf([spared, others, others])).toEqual([spared, others]);
  });
});

describe('options', () => {
  const document = {
    Version: '2012-10-17',
    Id: 'id',
    Statement: [
      { Sid: 'A', ...ALLOW },
      { Sid: 'B', ...ALLOW, Action: 's3:PutObject' },
    ],
  };

  test('S11: statements with different Sids stay apart unless Sids may go', () => {
    expect(minimised(document)).toEqual(document);
    expect(minimised(document, { dropSids: true })).toEqual({
      Version: '2012-10-17',
      Id: 'id',
      Statement: { ...ALLOW, Action: ['s3:GetObject', 's3:PutObject'] },
    });
  });

  test('S3, S4: Version goes on request where it changes nothing', () => {
    const { Id: _, ...withoutId } = document;
    const { Version: __, ...bare } = withoutId;
    expect(minimised(document, { dropId: true, dropVersion: true })).toEqual(bare);
    const withVariable = { ...withoutId, Statement: { ...ALLOW, Resource: 'arn:aws:s3:::${aws:username}' } };
    expect(minimised(withVariable, { dropVersion: true })).toEqual(withVariable);
    const old = { ...withVariable, Version: '2008-10-17' };
    expect(minimised(old, { dropVersion: true })).toEqual({ Statement: withVariable.Statement });
    const scp = policyOf({ Version: '2012-10-17', Statement: ALLOW }, 'scp');
    expect(minimisePolicy(scp, { dropVersion: true })).toMatchObject({ policy: scp, steps: [] });
  });

  test('S40: an SQS policy keeps to seven actions a statement', () => {
    const statements = [0, 1, 2, 3].map((group) => ({
      ...ALLOW,
      Action: [0, 1, 2].map((index) => `sqs:A${String(group * 3 + index)}`),
    }));
    const sizes = (result: unknown): readonly number[] =>
      (result as { Action: readonly string[] }[]).map(({ Action }) => Action.length);
    expect(sizes(statementsOf(statements, { service: 'sqs' }))).toEqual([6, 6]);
    expect(statementsOf(statements)).toHaveProperty('Action.length', 12);
  });
});

test('reports what it did, pointing into the document', () => {
  const policy = policyOf({
    Version: '2012-10-17',
    Statement: [
      { ...ALLOW, Sid: 'A', Action: ['s3:Get*', 's3:GetObject', 's3:GetObject'] },
      { ...ALLOW, Action: 's3:P**' },
      { ...ALLOW, Resource: 'arn:aws:s3:::b', Action: 's3:GetObject' },
    ],
  });
  const { steps } = minimisePolicy(policy, { dropSids: true });
  expect(steps.map(({ kind, pointer, message }) => `${kind} ${pointer}: ${message}`)).toEqual([
    'drop-sid /Statement/0/Sid: dropped the `Sid`',
    'drop-repeated-value /Statement/0/Action: dropped a repeated value',
    'drop-covered-value /Statement/0/Action: dropped `s3:GetObject`, which `s3:Get*` covers',
    'shorten-value /Statement/1/Action: wrote `s3:P**` as `s3:P*`',
    'merge-statements /Statement/1: merged into `/Statement/0`, which differs only in `Action`',
    'drop-covered-statement /Statement/2: dropped, `/Statement/0` covers it',
  ]);
});

test('returns the policy itself where nothing can be gained', () => {
  const policy = policyOf({ Statement: { ...ALLOW, Condition: { StringEquals: { 'aws:k': 10 } } } });
  const { text, policy: same, before, after, steps } = minimisePolicy(policy);
  expect(same).toBe(policy);
  expect([text.length, after, steps]).toEqual([before, before, []]);
});

test('hostile documents cost little', () => {
  const Action = Array.from({ length: 1200 }, (_, index) => `s3:${'a*?'.repeat(10)}${String(index)}`);
  const Statement = Array.from({ length: 600 }, (_, index) => ({
    ...ALLOW,
    Sid: `S${String(index)}`,
    Action: `s3:A${String(index)}*`,
  }));
  const policy = policyOf({ Statement: [{ ...ALLOW, Action }, ...Statement] });
  // The time limit of tests is what this is about.
  expect(minimisePolicy(policy)).toMatchObject({ policy: { version: undefined } });
});
