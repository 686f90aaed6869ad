import { describe, expect, test } from 'vitest';
import type { PolicyType } from '../model/policy.ts';
import { PolicyError } from '../print/policyError.ts';
import { policy } from './policyBuilder.ts';
import { allow, allowAllExcept, deny, denyAllExcept } from './statementBuilder.ts';
import { literal, variable } from './variable.ts';

const TASK = 'arn:aws:ecs:us-east-1:111122223333:task-definition/web:*';

describe('statements', () => {
  test('S7: one value stands alone, several in a list, repeated ones once', () => {
    expect(allow('ecs:RunTask').on(TASK).toJSON()).toEqual({
      Effect: 'Allow',
      Action: 'ecs:RunTask',
      Resource: TASK,
    });
    expect(
      allow('s3:GetObject', ['s3:PutObject', 's3:GetObject']).on('a').on(['b', 'a']).sid('S').toJSON(),
    ).toEqual({
      Sid: 'S',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: ['a', 'b'],
    });
  });

  test('S14, S15: elements have a negated form', () => {
    expect(denyAllExcept('iam:*').onAllExcept('arn:aws:s3:::b').toJSON()).toEqual({
      Effect: 'Deny',
      NotAction: 'iam:*',
      NotResource: 'arn:aws:s3:::b',
    });
    expect(allowAllExcept('iam:*').on('*').toJSON()).toMatchObject({ Effect: 'Allow', NotAction: 'iam:*' });
  });

  test('S127: principals add up, everybody swallows the others', () => {
    const named = deny('s3:*')
      .to({ AWS: '111122223333', Service: [] })
      .to({ AWS: ['444455556666'] });
    expect(named.toJSON()).toMatchObject({ Principal: { AWS: ['111122223333', '444455556666'] } });
    expect(named.to('*').toJSON()).toMatchObject({ Principal: '*' });
    expect(deny('s3:*').toAllExcept({ AWS: '111122223333' }).toJSON()).toMatchObject({
      NotPrincipal: { AWS: '111122223333' },
    });
  });

  test('S17, S18: conditions hold values as text, by operator and key', () => {
    const statement = allow('ecs:RunTask')
      .on('*')
      .when('StringEquals', 'aws:a', ['x', 'y'])
      .when('StringEquals', 'aws:b', 'z')
      .when('ForAllValues:StringLikeIfExists', 'aws:TagKeys', variable('aws:PrincipalTag/team', 'none'))
      .when('NumericLessThan', 's3:max-keys', 10)
      .when('Bool', 'aws:SecureTransport', true)
      .when('StringEquals', '__proto__', 'x');
    expect(JSON.stringify(statement.toJSON().Condition)).toBe(
      '{"ForAllValues:StringLikeIfExists":{"aws:TagKeys":"${aws:PrincipalTag/team, \'none\'}"},' +
        '"NumericLessThan":{"s3:max-keys":"10"},"Bool":{"aws:SecureTransport":"true"},' +
        '"StringEquals":{"aws:a":["x","y"],"aws:b":"z","__proto__":"x"}}',
    );
  });

  test('are immutable, so that parts can be shared', () => {
    const base = allow('s3:GetObject').on('arn:aws:s3:::a');
    const json = JSON.stringify(base.toJSON());
    base.on('arn:aws:s3:::b').when('Bool', 'aws:SecureTransport', true).sid('S');
    expect(JSON.stringify(base.toJSON())).toBe(json);
  });
});

describe('misuse throws an error with a code', () => {
  const codeOf = (run: () => unknown): string => {
    try {
      run();
    } catch (error) {
      return error instanceof PolicyError ? error.code : 'another error';
    }
    return 'no error';
  };

  test('S8, S70: an operator tests a key once', () => {
    const statement = allow('s3:*').on('*').when('StringLike', 'aws:a', 'x');
    expect(codeOf(() => statement.when('StringLike', 'aws:a', 'y'))).toBe('repeated-condition');
    expect(codeOf(() => statement.when('StringLikeIfExists', 'aws:a', 'y'))).toBe('no error');
  });

  test('S7: lists have a value', () => {
    for (const run of [
      () => allow(),
      () => denyAllExcept([]),
      () => allow('s3:*').on(),
      () => allow('s3:*').on('*').when('StringLike', 'aws:a', []),
      () => allow('s3:*').to({ AWS: [] }),
      () => deny('s3:*').toAllExcept({}),
    ])
      expect(codeOf(run)).toBe('empty-list');
  });

  test('S14 to S16: no element stands beside its negation', () => {
    // @ts-expect-error -- the type checker sees it
    expect(codeOf(() => allow('s3:*').on('*').onAllExcept('*'))).toBe('conflicting-elements');
    // @ts-expect-error -- the type checker sees it
    expect(codeOf(() => allow('s3:*').onAllExcept('a').on('*'))).toBe('conflicting-elements');
    // @ts-expect-error -- the type checker sees it
    expect(codeOf(() => deny('s3:*').toAllExcept({ AWS: '1' }).to('*'))).toBe('conflicting-elements');
    // @ts-expect-error -- the type checker sees it
    expect(codeOf(() => deny('s3:*').to('*').toAllExcept({ AWS: '1' }))).toBe('conflicting-elements');
  });

  test('S52: SCPs take no ARN of fewer than six fields', () => {
    expect(codeOf(() => policy('scp').statement(deny('s3:*').on('arn:aws:s3')).toPolicy())).toBe(
      'invalid-document',
    );
  });
});

describe('policies', () => {
  test('S1, S2, S5: have a version and a list of statements', () => {
    const document = policy().statement(allow('ecs:RunTask').on(TASK)).statement(deny('iam:*').on('*'));
    expect(JSON.parse(JSON.stringify(document))).toEqual({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 'ecs:RunTask', Resource: TASK },
        { Effect: 'Deny', Action: 'iam:*', Resource: '*' },
      ],
    });
    expect(document.toPolicy('run')).toMatchObject({ type: 'identity', name: 'run', version: '2012-10-17' });
    expect(policy().toText(0)).toBe('{"Version":"2012-10-17","Statement":[]}');
  });

  test('S13: have an Id where the type takes one', () => {
    expect(policy('resource').id('i').statement(allow('sqs:*').to('*')).toJSON()).toMatchObject({ Id: 'i' });
    // @ts-expect-error -- identity policies have none
    policy('identity').id('i');
  });

  test('S24 to S34: take the statements of their type only', () => {
    const plain = allow('s3:GetObject');
    const on = plain.on('*');
    const trust = plain.to({ Service: 'ecs-tasks.amazonaws.com' });
    const full = trust.on('*');
    policy('identity').statement(on);
    policy('boundary').statement(on);
    policy('session').statement(on);
    policy('scp').statement(on, denyAllExcept('iam:*').onAllExcept('arn:aws:s3:::b'));
    policy('rcp').statement(deny('s3:*').to('*').on('*'));
    policy('trust').statement(trust);
    policy('resource').statement(trust, full, deny('s3:*').toAllExcept({ AWS: '111122223333' }));
    policy('vpcEndpoint').statement(full);
    // @ts-expect-error -- no resource
    policy('identity').statement(plain);
    // @ts-expect-error -- a principal
    policy('identity').statement(full);
    // @ts-expect-error -- a principal
    policy('scp').statement(full);
    // @ts-expect-error -- an Allow
    policy('rcp').statement(allow('s3:*').to('*').on('*'));
    // @ts-expect-error -- not everybody
    policy('rcp').statement(deny('s3:*').to({ AWS: '111122223333' }).on('*'));
    // @ts-expect-error -- NotAction
    policy('rcp').statement(denyAllExcept('s3:*').to('*').on('*'));
    // @ts-expect-error -- a resource
    policy('trust').statement(full);
    // @ts-expect-error -- NotPrincipal
    policy('trust').statement(deny('sts:*').toAllExcept({ AWS: '1' }));
    // @ts-expect-error -- no principal
    policy('resource').statement(on);
    // @ts-expect-error -- no resource
    policy('vpcEndpoint').statement(trust);
    // @ts-expect-error -- NotPrincipal in an Allow
    expect(plain.toAllExcept({ AWS: '1' }).toJSON()).toHaveProperty('NotPrincipal');
    const parses = (type: PolicyType): boolean => {
      // @ts-expect-error -- neither principal nor resource
      return policy(type).statement(plain).toPolicy() !== undefined;
    };
    expect(() => parses('identity')).toThrow(PolicyError);
  });

  test('S18, S94 to S103: values are of the kind that the operator compares', () => {
    const on = allow('s3:GetObject').on('*');
    // @ts-expect-error -- no such operator
    on.when('StringEqual', 'aws:a', 'x');
    // @ts-expect-error -- Null has no suffix
    on.when('NullIfExists', 'aws:a', true);
    // @ts-expect-error -- a text for a boolean
    on.when('BoolIfExists', 'aws:a', 'yes');
    // @ts-expect-error -- a text for a number
    on.when('ForAnyValue:NumericEquals', 'aws:a', 'ten');
    // @ts-expect-error -- a number for a text
    on.when('StringEquals', 'aws:a', 10);
    expect(on.when('NumericEquals', 'aws:a', ['10', 1.5]).toJSON()).toMatchObject({
      Condition: { NumericEquals: { 'aws:a': ['10', '1.5'] } },
    });
  });
});

test('S113, S117, S122: variables and literal text', () => {
  expect(variable('aws:username')).toBe('${aws:username}');
  expect(variable('aws:PrincipalTag/team', 'none')).toBe("${aws:PrincipalTag/team, 'none'}");
  expect(literal('a*b?c$d${e}')).toBe('a${*}b${?}c$d${$}{e}');
});
