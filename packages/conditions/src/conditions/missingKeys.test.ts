import { OPERATOR_NAMES } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { holds } from '../_testing/holds.ts';

const NEGATED = [
  'StringNotEquals',
  'StringNotEqualsIgnoreCase',
  'StringNotLike',
  'NumericNotEquals',
  'DateNotEquals',
  'NotIpAddress',
  'ArnNotEquals',
  'ArnNotLike',
];
const POSITIVE = OPERATOR_NAMES.filter((name) => name !== 'Null' && !NEGATED.includes(name));

/** One value that each operator understands. */
function valueFor(name: string): string {
  if (name.startsWith('Numeric')) return '5';
  if (name.startsWith('Date')) return '2020-01-01T00:00:00Z';
  if (name === 'Bool') return 'true';
  if (name.endsWith('IpAddress')) return '203.0.113.0';
  return name.startsWith('Arn') ? 'arn:aws:s3:::b' : 'YWJj';
}

describe('missing keys', () => {
  test.each(POSITIVE)('S76: %s is false without the key', (name) => {
    expect(holds(name, { policy: valueFor(name) })).toBe(false);
  });

  test.each(NEGATED)('S77: %s is true without the key, with IfExists or not', (name) => {
    expect(holds(name, { policy: valueFor(name) })).toBe(true);
    expect(holds(`${name}IfExists`, { policy: valueFor(name) })).toBe(true);
  });

  test.each([...POSITIVE, ...NEGATED])('S78: %sIfExists is true without the key, else ordinary', (name) => {
    const policy = valueFor(name);
    const other = { Bool: 'false', NotIpAddress: '198.51.100.7', IpAddress: '198.51.100.7' }[name] ?? 'Wg==';
    expect(holds(`${name}IfExists`, { policy })).toBe(true);
    for (const request of [policy, other]) {
      expect(holds(`${name}IfExists`, { policy, request })).toBe(holds(name, { policy, request }));
    }
  });

  test('S79: Null tells whether the key is absent', () => {
    expect(holds('Null', { policy: 'true' })).toBe(true);
    expect(holds('Null', { policy: 'false' })).toBe(false);
    expect(holds('Null', { policy: 'true', request: 'x' })).toBe(false);
    expect(holds('Null', { policy: 'false', request: 'x' })).toBe(true);
    expect(holds('Null', { policy: 'False', request: 'x' })).toBe(true);
    expect(holds('Null', { policy: 'false', request: ['x', 'y'] })).toBe(true);
  });

  test('S80: a key with an empty list counts as absent', () => {
    expect(holds('Null', { policy: 'true', request: [] })).toBe(true);
    expect(holds('Null', { policy: 'false', request: [] })).toBe(false);
    expect(holds('StringNotEquals', { policy: 'x', request: [] })).toBe(true);
    expect(holds('StringEquals', { policy: 'x', request: [] })).toBe(false);
    expect(holds('StringEqualsIfExists', { policy: 'x', request: [] })).toBe(true);
  });

  test.each(['', ['', '']] as const)(
    'S81: whether Null takes %j for absent cannot be told unless chosen',
    (empty) => {
      const request = typeof empty === 'string' ? empty : [...empty];
      expect(holds('Null', { policy: 'false', request })).toBe('undecided');
      expect(holds('Null', { policy: 'true', request })).toBe('undecided');
      const yes = { emptyStringIsNull: 'true' } as const;
      expect(holds('Null', { policy: 'false', request, options: yes })).toBe(false);
      expect(holds('Null', { policy: 'true', request, options: yes })).toBe(true);
      const no = { emptyStringIsNull: 'false' } as const;
      expect(holds('Null', { policy: 'false', request, options: no })).toBe(true);
      expect(holds('Null', { policy: 'true', request, options: no })).toBe(false);
    },
  );

  test('S81: comparisons take an empty string as it is, and one value that is not empty makes the key present', () => {
    expect(holds('StringEquals', { policy: '', request: '' })).toBe(true);
    expect(holds('StringEquals', { policy: '', request: '', options: { emptyStringIsNull: 'true' } })).toBe(
      true,
    );
    expect(holds('Null', { policy: 'false', request: ['', 'x'] })).toBe(true);
    expect(holds('Null', { policy: 'false', request: 'x', options: { emptyStringIsNull: 'true' } })).toBe(
      true,
    );
  });

  test('S82: several values of Null are alternatives', () => {
    expect(holds('Null', { policy: ['true', 'false'] })).toBe(true);
    expect(holds('Null', { policy: ['true', 'false'], request: 'x' })).toBe(true);
    expect(holds('Null', { policy: ['true', 'false'], request: '' })).toBe(true);
    expect(holds('Null', { policy: ['true', 'True'], request: 'x' })).toBe(false);
  });

  test('S82: with a value of Null that is no boolean nothing can be told, unless another settles it', () => {
    for (const text of ['0', 'yes', '', 'true ']) {
      for (const request of [undefined, 'x', '', ['x'], []])
        expect(holds('Null', { policy: text, request })).toBe('undecided');
      expect(holds('Null', { policy: [text, 'true'] })).toBe(true);
      expect(holds('Null', { policy: [text, 'true'], request: 'x' })).toBe('undecided');
      expect(holds('Null', { policy: [text, 'false'], request: ['x'] })).toBe(true);
    }
  });

  test('S82: Null always holds under ForAllValues and never under ForAnyValue', () => {
    for (const policy of ['true', 'false', 'x', []]) {
      for (const request of [undefined, 'x', '', [], ['x', 'y']]) {
        expect(holds('ForAllValues:Null', { policy, request })).toBe(true);
        expect(holds('ForAnyValue:Null', { policy, request })).toBe(false);
      }
    }
    expect(holds('forallvalues:null', { policy: 'true', unknown: ['k'] })).toBe(true);
    expect(holds('ForAnyValue:Null', { policy: 'true', request: 'a', context: { K: 'b' } })).toBe(false);
  });
});
