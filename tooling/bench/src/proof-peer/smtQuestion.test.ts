import { policyFromValue, type Policy } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { smtQuestion } from './smtQuestion.ts';

function policies(...Statement: readonly object[]): readonly Policy[] {
  const read = policyFromValue({ Version: '2012-10-17', Statement });
  if (!read.ok) throw new Error('no policy');
  return [read.policy];
}

const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/k' };
const linesOf = (...Statement: readonly object[]): readonly string[] =>
  smtQuestion([], policies(...Statement))?.split('\n') ?? [];
const APPLIES =
  '(and (str.in_re action (str.to_re "s3:getobject")) (str.in_re resource (str.to_re "arn:aws:s3:::b/k")))';

test('a request is looked for that the new version allows and the old does not', () => {
  const lines = linesOf(READ, { ...READ, Effect: 'Deny' });
  expect(lines).toContain(`(assert (and ${APPLIES} (not ${APPLIES})))`);
  expect(lines.at(-1)).toBe('(assert (not (and false (not false))))');
});

describe('conditions', () => {
  const when = (Condition: object, Effect = 'Allow'): string =>
    /\(ite .*|(?:\(not )?present0\)?/.exec(linesOf({ ...READ, Effect, Condition }).at(-2) ?? '')?.[0] ?? '';

  test('S76 to S78: of an absent key', () => {
    const values = '(ite several0 false (= value0 "a"))';
    expect(when({ StringEquals: { 'aws:k': 'a' } })).toContain(`(ite present0 ${values} false)`);
    expect(when({ StringEqualsIfExists: { 'aws:k': 'a' } })).toContain(`(ite present0 ${values} true)`);
    expect(when({ StringNotLike: { 'aws:k': ['a', 'b*'] } })).toContain(
      '(not (or (str.in_re value0 (str.to_re "a")) (str.in_re value0 (re.++ (str.to_re "b") (re.* re.allchar)))))',
    );
    expect(when({ Null: { 'aws:k': 'true' } })).toBe('(not present0)');
  });

  test('S23, S87: several values keep a Deny and drop an Allow', () => {
    expect(when({ StringEquals: { 'aws:k': 'a' } }, 'Deny')).toContain('(ite several0 true ');
  });

  test('S73: a key in another case is the same', () => {
    const twice = { StringEquals: { 'aws:k': 'a' }, StringLike: { 'AWS:K': 'b' } };
    expect(linesOf({ ...READ, Condition: twice }).filter((line) => line.includes('Bool'))).toHaveLength(2);
  });
});

test.each([
  [{ Resource: 'arn:aws:s3:::b/${aws:username}' }],
  [{ Action: 's*' }],
  [{ Principal: '*' }],
  [{ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }],
  [{ Condition: { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' } } }],
  [{ Condition: { StringEquals: { 'aws:PrincipalArn': 'a' } } }],
  [{ Condition: { StringEquals: { 's3:prefix': '${aws:username}' } } }],
])('%j is in no fragment', (parts) => {
  expect(smtQuestion([], policies({ ...READ, ...parts }))).toBeUndefined();
});
