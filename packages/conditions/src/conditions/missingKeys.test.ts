import { OPERATOR_NAMES } from '@policywright/policy';
import { describe, expect, it } from 'vitest';
import { holds } from '../../test/holds.ts';

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
  it.each(POSITIVE)('S76: %s is false without the key', (name) => {
    expect(holds(name, { policy: valueFor(name) })).toBe(false);
  });

  it.each(NEGATED)('S77: %s is true without the key, with IfExists or not', (name) => {
    expect(holds(name, { policy: valueFor(name) })).toBe(true);
    expect(holds(`${name}IfExists`, { policy: valueFor(name) })).toBe(true);
  });

  it.each([...POSITIVE, ...NEGATED])('S78: %sIfExists is true without the key, else ordinary', (name) => {
    const policy = valueFor(name);
    const other = { Bool: 'false', NotIpAddress: '198.51.100.7', IpAddress: '198.51.100.7' }[name] ?? 'Wg==';
    expect(holds(`${name}IfExists`, { policy })).toBe(true);
    for (const request of [policy, other]) {
      expect(holds(`${name}IfExists`, { policy, request })).toBe(holds(name, { policy, request }));
    }
  });

  it('S79: Null tells whether the key is absent', () => {
    expect(holds('Null', { policy: 'true' })).toBe(true);
    expect(holds('Null', { policy: 'false' })).toBe(false);
    expect(holds('Null', { policy: 'true', request: 'x' })).toBe(false);
    expect(holds('Null', { policy: 'false', request: 'x' })).toBe(true);
    expect(holds('Null', { policy: 'False', request: 'x' })).toBe(true);
    expect(holds('Null', { policy: 'false', request: ['x', 'y'] })).toBe(true);
  });

  it('S80: a key with an empty list counts as absent', () => {
    expect(holds('Null', { policy: 'true', request: [] })).toBe(true);
    expect(holds('Null', { policy: 'false', request: [] })).toBe(false);
    expect(holds('StringNotEquals', { policy: 'x', request: [] })).toBe(true);
    expect(holds('StringEquals', { policy: 'x', request: [] })).toBe(false);
    expect(holds('StringEqualsIfExists', { policy: 'x', request: [] })).toBe(true);
  });

  it('S81: an empty string is a value for comparisons and, unless chosen otherwise, for Null', () => {
    expect(holds('StringEquals', { policy: '', request: '' })).toBe(true);
    expect(holds('Null', { policy: 'false', request: '' })).toBe(true);
    const options = { emptyStringIsNull: true };
    expect(holds('Null', { policy: 'false', request: '', options })).toBe(false);
    expect(holds('Null', { policy: 'true', request: '', options })).toBe(true);
    expect(holds('Null', { policy: 'false', request: 'x', options })).toBe(true);
    expect(holds('StringEquals', { policy: '', request: '', options })).toBe(true);
  });

  it('S82: several values of Null are alternatives; other texts than true and false are none', () => {
    expect(holds('Null', { policy: ['true', 'false'] })).toBe(true);
    expect(holds('Null', { policy: ['true', 'false'], request: 'x' })).toBe(true);
    expect(holds('Null', { policy: '0', request: 'x' })).toBe(false);
    expect(holds('Null', { policy: '1' })).toBe(false);
  });
});
