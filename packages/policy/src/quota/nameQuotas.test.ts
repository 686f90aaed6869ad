import { expect, test } from 'vitest';
import { measureName, NAME_QUOTAS, type NameQuotaName } from './nameQuotas.ts';

test.each<[NameQuotaName, number]>([
  ['user-name', 64],
  ['role-name', 64],
  ['role-session-name', 64],
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
