import { describe, expect, test } from 'vitest';
import { uncheckedArn } from './arn.ts';
import {
  arnLike,
  bool,
  dateLessThan,
  forAllValues,
  forAnyValue,
  ifExists,
  ipAddress,
  isNull,
  numericLessThan,
  stringEquals,
  stringLike,
} from './condition.ts';
import { PolicyError } from './policyError.ts';
import { allow, deny, policy } from './statement.ts';

// No service is generated here: the type tests hold the types, these hold what the code does.
const anything = allow('*');
const arn = uncheckedArn('arn:aws:s3:::b');

const codeOf = (run: () => unknown): string => {
  try {
    run();
    return 'nothing';
  } catch (error) {
    return error instanceof PolicyError ? error.code : String(error);
  }
};

describe('statements', () => {
  test('are plain data', () => {
    const statement = anything.on(arn, '*');
    expect({ ...statement }).toStrictEqual({
      Effect: 'Allow',
      Action: ['*'],
      Resource: ['arn:aws:s3:::b', '*'],
    });
    expect(Object.keys(statement)).toEqual(['Effect', 'Action', 'Resource']);
    expect(structuredClone(statement)).toStrictEqual({ ...statement });
    expect(JSON.parse(JSON.stringify(deny('*').on('*')))).toEqual({
      Effect: 'Deny',
      Action: ['*'],
      Resource: ['*'],
    });
  });

  test('gather conditions, all of which must hold', () => {
    const statement = anything
      .on('*')
      .when(stringEquals('aws:SourceVpc', ['a', 'b']), stringEquals('aws:SourceAccount', '1'));
    expect(statement.when(bool('aws:SecureTransport', true)).Condition).toEqual({
      StringEquals: { 'aws:SourceVpc': ['a', 'b'], 'aws:SourceAccount': ['1'] },
      Bool: { 'aws:SecureTransport': ['true'] },
    });
    expect(Object.keys(statement.Condition ?? {})).toEqual(['StringEquals']);
  });

  test('need an action, which the types of a spread list do not tell', () => {
    const none: readonly '*'[] = [];
    expect(codeOf(() => allow(...none))).toBe('no-actions');
    expect(codeOf(() => deny(...none))).toBe('no-actions');
  });

  test.each(['web access', 'web-access', 'é', 'a\n'])('S11: the Sid %j is refused', (sid) => {
    expect(codeOf(() => anything.on('*').as(sid))).toBe('invalid-sid');
  });

  test('S11: a Sid is unique in a document', () => {
    const [first, second] = [anything.on('*').as('First1'), anything.on('*').as('Second')];
    expect(policy(first, second, anything.on('*')).Statement).toHaveLength(3);
    expect(codeOf(() => policy(first, second, first))).toBe('duplicate-sid');
  });

  test('S73: the same operator and key twice is refused, since joined values would widen it', () => {
    const statement = anything.on('*').when(stringLike('aws:PrincipalTag/team', 'a'));
    expect(codeOf(() => statement.when(stringLike('aws:PrincipalTag/Team', 'b')))).toBe(
      'duplicate-condition',
    );
    expect(codeOf(() => statement.when(stringEquals('aws:PrincipalTag/team', 'b')))).toBe('nothing');
  });

  test('take an identifier', () => {
    expect(anything.on('*').as('One').as('Two').when(bool('aws:SecureTransport', true))).toMatchObject({
      Sid: 'Two',
    });
  });

  test('make a document', () => {
    const document = policy(anything.on('*').as('A'), { Effect: 'Deny', Action: ['s3:*'], Resource: ['*'] });
    expect(document).toStrictEqual({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: ['*'], Resource: ['*'], Sid: 'A' },
        { Effect: 'Deny', Action: ['s3:*'], Resource: ['*'] },
      ],
    });
  });
});

describe('conditions', () => {
  test.each([
    [numericLessThan('aws:MultiFactorAuthAge', 3600), 'NumericLessThan', ['3600']],
    [dateLessThan('aws:CurrentTime', new Date(0)), 'DateLessThan', ['1970-01-01T00:00:00.000Z']],
    [dateLessThan('aws:CurrentTime', '2030-01-01T00:00:00Z'), 'DateLessThan', ['2030-01-01T00:00:00Z']],
    [ipAddress('aws:SourceIp', ['10.0.0.0/8', '::1/128']), 'IpAddress', ['10.0.0.0/8', '::1/128']],
    [arnLike('aws:SourceArn', arn), 'ArnLike', ['arn:aws:s3:::b']],
    [isNull('aws:SourceVpc', false), 'Null', ['false']],
    [ifExists(bool('aws:MultiFactorAuthPresent', false)), 'BoolIfExists', ['false']],
    [forAnyValue(ifExists(stringEquals('aws:TagKeys', 'a'))), 'ForAnyValue:StringEqualsIfExists', ['a']],
    [ifExists(forAllValues(stringEquals('aws:TagKeys', 'a'))), 'ForAllValues:StringEqualsIfExists', ['a']],
  ])('%j', (condition, operator, values) => {
    expect(condition).toMatchObject({ operator, values });
  });

  test.each([Number.NaN, Infinity, [1, -Infinity]])('%s is no number to compare with', (value) => {
    expect(codeOf(() => numericLessThan('aws:EpochTime', value))).toBe('invalid-value');
  });

  test('an invalid date is no date to compare with', () => {
    expect(codeOf(() => dateLessThan('aws:CurrentTime', new Date('yesterday')))).toBe('invalid-value');
  });

  test('S20: a list without values is refused', () => {
    expect(codeOf(() => stringEquals('aws:SourceVpc', []))).toBe('no-values');
  });
});
