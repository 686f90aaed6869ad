import { describe, expect, test } from 'vitest';
import { authorizerOf, requestOf, type Situation, type StatementInput } from '../_testing/decideWith.ts';

/** The statement that came closest, with the number of its misses. */
function nearest(...identity: readonly StatementInput[]): readonly unknown[] {
  const situation: Situation = { identity };
  const { nearest: miss } = authorizerOf(situation).explain(requestOf(situation));
  return miss === undefined ? [] : [miss.statement.sid, miss.misses];
}

const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const other = 'arn:aws:s3:::other/*';

describe('the statement that comes closest to allowing', () => {
  test('has the action before the resource before conditions', () => {
    expect(nearest({ Sid: 'Action', Action: 's3:Put*' }, { Sid: 'Resource', Resource: other })).toEqual([
      'Resource',
      1,
    ]);
    expect(nearest({ Sid: 'Resource', Resource: other }, { Sid: 'Condition', Condition: mfa })).toEqual([
      'Condition',
      1,
    ]);
    const three = { Null: { 'aws:a': 'false', 'aws:b': 'false', 'aws:c': 'false' } };
    expect(nearest({ Sid: 'Resource', Resource: other }, { Sid: 'Conditions', Condition: three })).toEqual([
      'Conditions',
      3,
    ]);
    expect(nearest({ Sid: 'Conditions', Condition: three }, { Sid: 'Condition', Condition: mfa })).toEqual([
      'Condition',
      1,
    ]);
  });

  test('is the first of those that are as close', () => {
    expect(nearest({ Sid: 'A', Resource: other }, { Sid: 'B', Resource: other })).toEqual(['A', 1]);
  });

  test('is one about another action only where nothing else fails', () => {
    expect(nearest({ Sid: 'A', Action: 's3:Put*' })).toEqual(['A', 1]);
    expect(nearest({ Sid: 'A', Action: 's3:Put*', Resource: other })).toEqual([]);
    expect(nearest({ Sid: 'A', Resource: other, Condition: mfa })).toEqual(['A', 2]);
  });

  test('is no Deny, and counts the element that must not be there', () => {
    expect(nearest({ Sid: 'D', Effect: 'Deny', Resource: other })).toEqual([]);
    expect(nearest({ Sid: 'A', Principal: '*' })).toEqual(['A', 1]);
  });
});
