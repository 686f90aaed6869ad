import { expect, test } from 'vitest';
import { ATTACHMENT_QUOTAS, measureAttachments, type AttachmentQuotaName } from './attachmentQuotas.ts';

test.each<[AttachmentQuotaName, number, number | undefined]>([
  ['managed-policies-of-user', 10, 20],
  ['managed-policies-of-group', 10, undefined],
  ['managed-policies-of-role', 20, 25],
  ['service-control-policies', 10, undefined],
  ['resource-control-policies', 5, undefined],
])('S39: %s are at most %i, raisable to %s', (name, limit, raisableTo) => {
  expect(ATTACHMENT_QUOTAS[name]).toMatchObject(raisableTo === undefined ? { limit } : { limit, raisableTo });
  expect('raisableTo' in ATTACHMENT_QUOTAS[name]).toBe(raisableTo !== undefined);
  expect(measureAttachments(name, limit + 1)).toEqual({
    name,
    limit,
    used: limit + 1,
    remaining: -1,
    unit: 'policies',
  });
});

test('a raised limit takes the place of the usual one', () => {
  expect(measureAttachments('managed-policies-of-role', 22, 25)).toMatchObject({ limit: 25, remaining: 3 });
});

test.each(Object.entries(ATTACHMENT_QUOTAS))(
  '%s says which policies are counted, and on what',
  (name, quota) => {
    const [kind = '', entity = 'root, OU or account'] = name.split('-of-');
    expect(quota.summary).toContain(`${kind.replaceAll('-', ' ')} attached to a ${entity}`);
  },
);
