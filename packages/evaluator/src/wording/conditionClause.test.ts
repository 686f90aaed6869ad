import { describe, expect, test } from 'vitest';
import { textOf } from '../phrase/textOf.ts';
import { conditionClause } from './conditionClause.ts';

function clause(operator: string, values: readonly string[] = ['a'], holds = false): string {
  return textOf(conditionClause({ operator, key: 'aws:Key', values }, holds));
}

describe('conditionClause', () => {
  test.each([
    ['StringEquals', 'must be', 'is'],
    ['StringNotEquals', 'must not be', 'is not'],
    ['StringEqualsIgnoreCase', 'must be (in any letter case)', 'is (in any letter case)'],
    ['StringNotEqualsIgnoreCase', 'must not be (in any letter case)', 'is not (in any letter case)'],
    ['StringLike', 'must match', 'matches'],
    ['StringNotLike', 'must not match', 'does not match'],
    ['NumericEquals', 'must be', 'is'],
    ['NumericNotEquals', 'must not be', 'is not'],
    ['NumericLessThan', 'must be less than', 'is less than'],
    ['NumericLessThanEquals', 'must be at most', 'is at most'],
    ['NumericGreaterThan', 'must be more than', 'is more than'],
    ['NumericGreaterThanEquals', 'must be at least', 'is at least'],
    ['DateEquals', 'must be', 'is'],
    ['DateNotEquals', 'must not be', 'is not'],
    ['DateLessThan', 'must be before', 'is before'],
    ['DateLessThanEquals', 'must be at or before', 'is at or before'],
    ['DateGreaterThan', 'must be after', 'is after'],
    ['DateGreaterThanEquals', 'must be at or after', 'is at or after'],
    ['Bool', 'must be', 'is'],
    ['BinaryEquals', 'must be', 'is'],
    ['IpAddress', 'must be in', 'is in'],
    ['NotIpAddress', 'must not be in', 'is not in'],
    ['ArnEquals', 'must match', 'matches'],
    ['ArnNotEquals', 'must not match', 'does not match'],
    ['ArnLike', 'must match', 'matches'],
    ['ArnNotLike', 'must not match', 'does not match'],
  ])('%s: %s', (operator, wanted, held) => {
    expect(clause(operator)).toBe(`\`aws:Key\` ${wanted} \`a\``);
    expect(clause(operator, ['a'], true)).toBe(`\`aws:Key\` ${held} \`a\``);
  });

  test('has set qualifiers before the key, and what holds without it behind', () => {
    expect(clause('ForAllValues:StringLike')).toBe('every value of `aws:Key` must match `a`');
    expect(clause('ForAnyValue:StringEquals', ['a', 'b'])).toBe(
      'at least one value of `aws:Key` must be `a` or `b`',
    );
    expect(clause('StringEqualsIfExists')).toBe('`aws:Key`, if present, must be `a`');
    expect(clause('ForAnyValue:IpAddressIfExists', ['a'], true)).toBe(
      'at least one value of `aws:Key`, if present, is in `a`',
    );
  });

  test('says of Null whether the key must be there', () => {
    expect(clause('Null', ['true'])).toBe('`aws:Key` must be absent');
    expect(clause('Null', ['false'])).toBe('`aws:Key` must be present');
    expect(clause('Null', ['true'], true)).toBe('`aws:Key` is absent');
  });

  test.each(['StringEqual', 'ForAllValues:Null', 'ForAnyValue:Null'])('repeats what %s has', (operator) => {
    expect(clause(operator, ['a', 'b', 'c'])).toBe(
      `\`${operator}\` on \`aws:Key\` wants \`a\`, \`b\` or \`c\``,
    );
  });
});
