import { expect, test } from 'vitest';
import { catalogInfo, FEATURE_NAMES, featuresOf, getService } from '../index.ts';

const support = (prefix: string): Record<string, string> =>
  Object.fromEntries((featuresOf(prefix) ?? []).map((row) => [row.feature, row.support]));

test('resource-level support is computed: partial where some actions take only `*`', () => {
  expect(support('ecs')['Policy resources']).toBe('partial');
  expect(support('sns')['Policy resources']).toBe('partial');
  expect(support('kafka-cluster')['Policy resources']).toBe('yes');
});

test('service-specific condition keys and tags are computed from the keys', () => {
  expect(support('s3')['Policy condition keys']).toBe('yes');
  expect(support('sqs')['ABAC (tags in policies)']).toBe('yes');
  expect(support('ce')['Policy condition keys']).toBe('no');
});

test('a service nobody has looked at says `unknown` where the data does not tell', () => {
  expect(support('a4b')).toMatchObject({ 'Resource-based policies': 'unknown', ACLs: 'unknown' });
  expect(featuresOf('a4b')?.find((row) => row.feature === 'ACLs')?.basis).toEqual({ kind: 'none' });
});

test('only Amazon S3 is known for ACLs', () => {
  expect(support('s3')['ACLs']).toBe('yes');
  expect(support('kms')['ACLs']).toBe('no');
});

test('computed rows carry the source of the data, curated ones a page', () => {
  const rows = featuresOf('ecs') ?? [];
  expect(rows.find((row) => row.feature === 'Policy resources')?.basis).toEqual({
    kind: 'computed',
    from: catalogInfo.provenance.resourceTypes,
  });
  expect(rows.find((row) => row.feature === 'Service roles')?.basis).toEqual({
    kind: 'computed',
    from: catalogInfo.provenance.dependentActions,
  });
  expect(rows.find((row) => row.feature === 'Resource-based policies')?.basis.kind).toBe('curated');
  expect(rows.every((row) => (row.support === 'unknown') === (row.basis.kind === 'none'))).toBe(true);
});

test('every service has the eleven rows in order; an unknown prefix has none', () => {
  for (const prefix of ['ecs', 'S3', 'a4b']) {
    expect(featuresOf(prefix)?.map((row) => row.feature)).toEqual([...FEATURE_NAMES]);
  }
  expect(featuresOf('nope')).toBeUndefined();
  expect(getService('nope')).toBeUndefined();
});
