import { expect, test } from 'vitest';
import { measureName, NAME_QUOTAS, type NameQuotaName } from './nameQuotas.ts';

test.each<[NameQuotaName, number]>([
  ['user-name', 64],
  ['role-name', 64],
  ['role-session-name', 64],
  ['source-identity', 64],
  ['federated-user-name', 32],
  ['external-id', 1224],
  ['group-name', 128],
  ['policy-name', 128],
  ['path', 512],
  ['tag-key', 128],
  ['tag-value', 256],
])('S41: a %s has at most %i characters', (name, limit) => {
  expect(measureName(name, 'x'.repeat(limit))).toMatchObject({ name, limit, remaining: 0, fits: true });
  expect(measureName(name, 'x'.repeat(limit + 1))).toMatchObject({
    used: limit + 1,
    remaining: -1,
    fits: false,
  });
});

test('S41: only a tag value may be empty', () => {
  for (const name of Object.keys(NAME_QUOTAS) as NameQuotaName[]) {
    expect(measureName(name, '').fits).toBe(name === 'tag-value');
  }
});

test.each<NameQuotaName>(['role-session-name', 'source-identity', 'federated-user-name', 'external-id'])(
  'S41: a %s has at least 2 characters',
  (name) => {
    expect(measureName(name, 'x')).toMatchObject({ minimum: 2, fits: false });
    expect(measureName(name, 'xy').fits).toBe(true);
  },
);

test('S41: a source identity does not begin with `aws:`', () => {
  expect(measureName('source-identity', 'aws:alice')).toMatchObject({ used: 9, remaining: 55, fits: false });
  expect(measureName('source-identity', 'AWS:alice').fits).toBe(false);
  expect(measureName('source-identity', 'aws').fits).toBe(true);
  expect(measureName('source-identity', 'alice.aws').fits).toBe(true);
  expect(measureName('role-name', 'aws:alice').fits).toBe(true);
});

test('S41: the least that a name has, and the most', () => {
  const bounds = Object.entries(NAME_QUOTAS).map(([name, { minimum, limit }]) => [name, minimum, limit]);
  expect(bounds).toEqual([
    ['user-name', 1, 64],
    ['role-name', 1, 64],
    ['role-session-name', 2, 64],
    ['source-identity', 2, 64],
    ['federated-user-name', 2, 32],
    ['external-id', 2, 1224],
    ['group-name', 1, 128],
    ['policy-name', 1, 128],
    ['path', 1, 512],
    ['tag-key', 1, 128],
    ['tag-value', 0, 256],
  ]);
});
