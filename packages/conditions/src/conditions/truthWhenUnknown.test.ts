import { describe, expect, test } from 'vitest';
import { holds, type Case } from '../_testing/holds.ts';

const unknown = ['k'];

function whenUnknown(
  operator: string,
  policy: string | string[],
  options: Case['options'] = {},
): boolean | 'undecided' {
  return holds(operator, { policy, options, unknown, request: 'ignored' });
}

describe('unknown keys', () => {
  test('are undecided where the result depends on them', () => {
    expect(whenUnknown('StringEquals', 'x')).toBe('undecided');
    expect(whenUnknown('StringNotEquals', 'x')).toBe('undecided');
    expect(whenUnknown('ForAllValues:StringEquals', 'x')).toBe('undecided');
    expect(whenUnknown('ForAnyValue:StringEquals', 'x')).toBe('undecided');
    expect(whenUnknown('Null', 'true')).toBe('undecided');
    expect(whenUnknown('Null', 'false')).toBe('undecided');
  });

  test('are undecided under StringLike `*`, since the key may be absent or multivalued', () => {
    expect(whenUnknown('StringLike', '*')).toBe('undecided');
    expect(whenUnknown('StringLikeIfExists', '*')).toBe('undecided');
    expect(whenUnknown('StringLikeIfExists', '*', { multivaluedWithoutSetOperator: 'ForAnyValue' })).toBe(
      true,
    );
    expect(whenUnknown('ForAnyValue:StringLike', '*')).toBe('undecided');
  });

  test('are definite where every completion gives one result', () => {
    expect(whenUnknown('ForAllValues:StringLike', '*')).toBe(true);
    expect(whenUnknown('ForAnyValue:StringNotLike', '*')).toBe(false);
    expect(whenUnknown('ForAnyValue:StringEquals', [])).toBe(false);
    expect(whenUnknown('Null', ['true', 'false'])).toBe(true);
    expect(whenUnknown('ForAllValues:Null', 'true')).toBe(true);
    expect(whenUnknown('ForAnyValue:Null', 'true')).toBe(false);
  });

  test('are undecided where a malformed value of the policy is', () => {
    for (const operator of ['NumericEquals', 'ForAllValues:NumericNotEquals', 'IpAddress', 'ArnLike', 'Bool'])
      expect(whenUnknown(operator, 'garbage')).toBe('undecided');
    expect(whenUnknown('ForAnyValue:ArnLike', '*', { loneStarArn: 'never' })).toBe('undecided');
    expect(whenUnknown('Null', 'maybe')).toBe('undecided');
  });

  test('are undecided as variables, unless the value could never match', () => {
    const one = { policy: 'x-${v}', unknown: ['v'] };
    expect(holds('StringEquals', { ...one, request: 'x-1' })).toBe('undecided');
    expect(holds('StringEquals', { ...one, request: 'y-1' })).toBe(false);
    expect(holds('StringNotLike', { ...one, policy: '*-${v}?', request: 'none' })).toBe(true);
  });
});
