import { describe, expect, test } from 'vitest';
import { holds } from '../_testing/holds.ts';

const MANY = Array.from({ length: 30 }, (_, index) => `value-${index}`);

describe('string operators', () => {
  test('S90: StringEquals is exact; * and ? are plain characters', () => {
    expect(holds('StringEquals', { policy: 'Blue', request: 'Blue' })).toBe(true);
    expect(holds('StringEquals', { policy: 'Blue', request: 'blue' })).toBe(false);
    expect(holds('StringEquals', { policy: 'b*', request: 'blue' })).toBe(false);
    expect(holds('StringEquals', { policy: 'b*?', request: 'b*?' })).toBe(true);
    expect(holds('StringNotEquals', { policy: 'Blue', request: 'blue' })).toBe(true);
  });

  test.each([1, 3, 30])('S90: with %i values any may match', (count) => {
    const policy = MANY.slice(0, count);
    for (const request of policy) expect(holds('StringEquals', { policy, request })).toBe(true);
    expect(holds('StringEquals', { policy, request: 'value-' })).toBe(false);
    expect(holds('StringNotEquals', { policy, request: 'VALUE-0' })).toBe(true);
  });

  test.each([1, 3, 30])('S91: the IgnoreCase operators fold case, with %i values', (count) => {
    const policy = MANY.slice(0, count);
    expect(holds('StringEqualsIgnoreCase', { policy, request: 'VALUE-0' })).toBe(true);
    expect(holds('StringNotEqualsIgnoreCase', { policy, request: 'Value-0' })).toBe(false);
    expect(holds('StringEqualsIgnoreCase', { policy, request: 'value-0 ' })).toBe(false);
    expect(holds('StringEqualsIgnoreCase', { policy, request: 'value*' })).toBe(false);
  });

  test('S91: letters beyond ASCII fold too, other characters do not', () => {
    expect(holds('StringEqualsIgnoreCase', { policy: 'Größe', request: 'GRÖßE' })).toBe(true);
    expect(holds('StringEqualsIgnoreCase', { policy: 'ΩЖ', request: 'ωж' })).toBe(true);
    expect(holds('StringEqualsIgnoreCase', { policy: '×', request: '÷' })).toBe(false);
    expect(holds('StringEqualsIgnoreCase', { policy: '@', request: '`' })).toBe(false);
    expect(holds('StringEqualsIgnoreCase', { policy: '[', request: '{' })).toBe(false);
  });

  test('S92: StringLike is a glob over the whole text; colons and slashes are plain', () => {
    expect(holds('StringLike', { policy: 'a*c', request: 'a:/b/c' })).toBe(true);
    expect(holds('StringLike', { policy: 'a*c', request: 'a:/b/cd' })).toBe(false);
    expect(holds('StringLike', { policy: 'A*', request: 'abc' })).toBe(false);
    expect(holds('StringLike', { policy: 'a?c', request: 'ac' })).toBe(false);
    expect(holds('StringNotLike', { policy: ['x', 'a?c'], request: 'abc' })).toBe(false);
    expect(holds('StringLike', { policy: ['x*', 'plain', '*y'], request: 'plain' })).toBe(true);
    expect(holds('StringLike', { policy: '*', request: '' })).toBe(true);
  });

  test('S93: the empty pattern matches only the empty string', () => {
    expect(holds('StringLike', { policy: ['', 'home/'], request: '' })).toBe(true);
    expect(holds('StringLike', { policy: '', request: 'x' })).toBe(false);
  });

  test('S92: a pattern of many stars is matched in bounded time', () => {
    const policy = `${'a*'.repeat(1500)}b`;
    expect(holds('StringLike', { policy, request: 'a'.repeat(1000) })).toBe(false);
  });
});
