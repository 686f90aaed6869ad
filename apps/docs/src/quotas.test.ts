import { expect, test } from 'vitest';
import { quotas } from './quotas.js';

const rows = quotas().split('\n');
const rowOf = (name: string): string | undefined =>
  rows.find((row) => row.startsWith(`| <code>${name}</code>`));

test('a document quota has its limit, how white space counts and a link to its rule', () => {
  expect(rowOf('service-control-policy')).toMatch(
    /\| 10,240 characters \|  \| counts, the console strips it \| .*\(\[S39\]\(\/semantics#s39\)\) \|$/,
  );
  expect(rowOf('trust-policy')).toContain('| 2,048 characters | 8,192 | does not count |');
  expect(rowOf('sqs-statements')).toContain('| 20 statements |  |  |');
});

test('attachments and names have their limits', () => {
  expect(rowOf('managed-policies-of-role')).toContain('| 20 | 25 |');
  expect(rowOf('resource-control-policies')).toContain('<code>RCPFullAWSAccess</code>');
  expect(rowOf('source-identity')).toContain('| 2 to 64 | <code>aws:</code> |');
  expect(rowOf('external-id')).toContain('| 2 to 1,224 |  |');
});
