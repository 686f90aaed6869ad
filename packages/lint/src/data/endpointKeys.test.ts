import { expect, test } from 'vitest';
import { endpointKeys } from './endpointKeys.ts';

test.each([
  ['aws:sourcevpcarn', 36, ['s3', 'iam'], ['dynamodb', 'sqs', 'sts', 'sns']],
  ['aws:vpceaccount', 39, ['s3', 'dynamodb', 'gamelift', 'shield'], ['sqs', 'secretsmanager', 'sns']],
  ['aws:vpceorgid', 55, ['s3', 'sqs', 'kinesis', 'workmail'], ['secretsmanager', 'sts', 'sns']],
  ['aws:vpceorgpaths', 41, ['s3', 'secretsmanager', 'sts'], ['sqs', 'kinesis', 'sns']],
])('%s is set by %i services', (key, count, some, others) => {
  const services = endpointKeys().get(key);
  expect(services?.size).toBe(count);
  for (const prefix of some) expect(services).toContain(prefix);
  for (const prefix of others) expect(services).not.toContain(prefix);
});

test('no other key about endpoints depends on the service', () => {
  expect(endpointKeys().size).toBe(4);
});
