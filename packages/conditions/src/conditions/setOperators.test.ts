import { describe, expect, test } from 'vitest';
import { holds } from '../_testing/holds.ts';

describe('set operators', () => {
  test('S83: ForAllValues needs every request value to satisfy', () => {
    const policy = ['ID', 'Message', 'Tags'];
    expect(holds('ForAllValues:StringEquals', { policy, request: ['Message', 'Tags'] })).toBe(true);
    expect(holds('ForAllValues:StringEquals', { policy, request: ['Message', 'Other'] })).toBe(false);
    expect(holds('ForAllValues:StringEquals', { policy, request: ['Other', 'Message'] })).toBe(false);
  });

  test('S83: ForAllValues is true of a missing key, an empty list and nothing but empty strings', () => {
    for (const operator of ['ForAllValues:StringEquals', 'ForAllValues:StringNotEquals']) {
      for (const request of [undefined, [], [''], ['', ''], '']) {
        expect(holds(operator, { policy: ['env', ''], request })).toBe(true);
      }
    }
    expect(holds('ForAllValues:StringEquals', { policy: 'env', request: ['', 'env'] })).toBe(false);
    expect(holds('ForAllValues:StringEquals', { policy: 'env', request: ['env', ''] })).toBe(false);
  });

  test('S83: an empty string that fails counts once a value beside it does, decided or not', () => {
    const context = { v: 'x', V: 'y' };
    const one = { policy: 'a${v}', context };
    expect(holds('ForAllValues:StringEquals', { ...one, request: ['ax'] })).toBe('undecided');
    expect(holds('ForAllValues:StringEquals', { ...one, request: ['', 'ax'] })).toBe(false);
    expect(holds('ForAllValues:StringEquals', { ...one, request: ['ax', ''] })).toBe(false);
  });

  test('S84: ForAnyValue needs some request value to satisfy', () => {
    const policy = ['ID', 'PostDateTime'];
    expect(holds('ForAnyValue:StringEquals', { policy, request: ['UserName', 'PostDateTime'] })).toBe(true);
    expect(holds('ForAnyValue:StringEquals', { policy, request: ['UserName'] })).toBe(false);
    expect(holds('ForAnyValue:StringEquals', { policy: '', request: [''] })).toBe(true);
  });

  test('S84: ForAnyValue is false of a missing key and an empty list, also negated', () => {
    for (const operator of ['ForAnyValue:StringEquals', 'ForAnyValue:StringNotEquals']) {
      expect(holds(operator, { policy: 'env' })).toBe(false);
      expect(holds(operator, { policy: 'env', request: [] })).toBe(false);
    }
  });

  test('S85: negated operators take each request value by itself', () => {
    const policy = ['a', 'b'];
    expect(holds('ForAllValues:StringNotEquals', { policy, request: ['c', 'd'] })).toBe(true);
    expect(holds('ForAllValues:StringNotEquals', { policy, request: ['c', 'a'] })).toBe(false);
    expect(holds('ForAnyValue:StringNotEquals', { policy, request: ['a', 'c'] })).toBe(true);
    expect(holds('ForAnyValue:StringNotEquals', { policy, request: ['a', 'b'] })).toBe(false);
  });

  test('S86: a single value is a list of one', () => {
    expect(holds('ForAllValues:StringEquals', { policy: 'a', request: 'a' })).toBe(true);
    expect(holds('ForAllValues:StringEquals', { policy: 'a', request: 'b' })).toBe(false);
    expect(holds('ForAnyValue:StringLike', { policy: ['', 'home/'], request: '' })).toBe(true);
    expect(holds('ForAnyValue:StringNotEquals', { policy: 'a', request: 'a' })).toBe(false);
  });

  test('S87: without set qualifier nothing can be told of a multivalued key, negated or not', () => {
    for (const operator of ['StringEquals', 'StringNotEquals', 'StringEqualsIfExists']) {
      expect(holds(operator, { policy: ['a', 'b'], request: ['a', 'b'] })).toBe('undecided');
    }
  });

  test('S87: other readings can be chosen', () => {
    const request = ['a', 'b'];
    const any = { multivaluedWithoutSetOperator: 'ForAnyValue' } as const;
    expect(holds('StringEquals', { policy: 'b', request, options: any })).toBe(true);
    expect(holds('StringEquals', { policy: 'c', request, options: any })).toBe(false);
    const never = { multivaluedWithoutSetOperator: 'never' } as const;
    expect(holds('StringEquals', { policy: 'b', request, options: never })).toBe(false);
    expect(holds('StringNotEquals', { policy: 'c', request, options: never })).toBe(false);
  });

  test('S88: ForAnyValue...IfExists on a missing key cannot be told unless chosen', () => {
    for (const request of [undefined, []]) {
      const one = { policy: 'a', request };
      expect(holds('ForAnyValue:StringEqualsIfExists', one)).toBe('undecided');
      expect(holds('ForAnyValue:StringNotEqualsIfExists', one)).toBe('undecided');
      const yes = { forAnyValueIfExistsWhenAbsent: 'true' } as const;
      expect(holds('ForAnyValue:StringEqualsIfExists', { ...one, options: yes })).toBe(true);
      expect(holds('ForAnyValue:StringEquals', { ...one, options: yes })).toBe(false);
      const no = { forAnyValueIfExistsWhenAbsent: 'false' } as const;
      expect(holds('ForAnyValue:StringEqualsIfExists', { ...one, options: no })).toBe(false);
      expect(holds('ForAllValues:StringEqualsIfExists', one)).toBe(true);
    }
    expect(holds('ForAnyValue:StringEqualsIfExists', { policy: 'a', request: ['b'] })).toBe(false);
  });

  test('S89: an array of one value is a multivalued key', () => {
    expect(holds('StringEquals', { policy: 'a', request: ['a'] })).toBe('undecided');
    expect(holds('ForAnyValue:StringEquals', { policy: 'a', request: ['a'] })).toBe(true);
  });

  test('takes each value of the other operators by itself, too', () => {
    expect(holds('ForAllValues:NumericLessThan', { policy: '10', request: [1, 9] })).toBe(true);
    expect(holds('ForAllValues:NumericLessThan', { policy: '10', request: [1, 10] })).toBe(false);
    const policy = ['10.0.0.0/8', '2001:db8::/32'];
    expect(holds('ForAllValues:IpAddress', { policy, request: ['10.1.1.1', '2001:db8::7'] })).toBe(true);
    expect(holds('ForAnyValue:Bool', { policy: 'true', request: [false, true] })).toBe(true);
    expect(holds('ForAnyValue:ArnLike', { policy: 'arn:aws:s3:::*', request: ['arn:aws:s3:::b'] })).toBe(
      true,
    );
  });
});
