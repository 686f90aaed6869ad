import { expect, test } from 'vitest';
import { findConditionKey, keyAliases } from '../index.ts';

const namesOf = (key: string): readonly string[] => keyAliases(key).map(({ name }) => name);

// Each key and its other name, as a page of AWS states it.
test.each([
  ['ec2:ResourceTag/team', 'aws:ResourceTag/team'],
  ['ECS:resourcetag/Team', 'aws:ResourceTag/Team'],
  ['iam:ResourceTag/${TagKey}', 'aws:ResourceTag/${TagKey}'],
  ['ssm:resourceTag/a/b', 'aws:ResourceTag/a/b'],
  ['ec2:Region', 'aws:RequestedRegion'],
  ['aws:requestedregion', 'ec2:Region'],
  ['s3:ResourceAccount', 'aws:ResourceAccount'],
  ['aws:ResourceAccount', 's3:ResourceAccount'],
  ['kms:CustomerMasterKeySpec', 'kms:KeySpec'],
  ['kms:KeyUsage', 'kms:CustomerMasterKeyUsage'],
  ['elasticmapreduce:RequestTag/x', 'aws:RequestTag/x'],
])('`%s` is `%s` under another name', (key, other) => {
  expect(namesOf(key)).toEqual([other]);
  expect(namesOf(other).map((name) => name.toLowerCase())).toContain(key.toLowerCase());
});

test('a global tag key has the names of many services', () => {
  expect(namesOf('aws:ResourceTag/team')).toEqual([
    'autoscaling:ResourceTag/team',
    'ec2:ResourceTag/team',
    'ecr:ResourceTag/team',
    'ecr-public:ResourceTag/team',
    'ecs:ResourceTag/team',
    'elasticloadbalancing:ResourceTag/team',
    'elasticmapreduce:ResourceTag/team',
    'iam:ResourceTag/team',
    'license-manager:ResourceTag/team',
    'ram:ResourceTag/team',
    'sagemaker:ResourceTag/team',
    'secretsmanager:ResourceTag/team',
    'ssm:resourceTag/team',
  ]);
});

test('what is only usually equal is no alias', () => {
  for (const key of [
    'aws:PrincipalTag/team',
    'aws:ResourceTag/',
    'rds:db-tag/team',
    'kms:CallerAccount',
    's3:TlsVersion',
    's3express:ResourceAccount',
    'ec2:RegionX',
    '',
  ]) {
    expect(namesOf(key)).toEqual([]);
  }
});

test('aliases have pages, and are keys of the catalog of one type with as many values', () => {
  for (const key of [
    'aws:ResourceTag/x',
    'ec2:Region',
    's3:ResourceAccount',
    'kms:KeySpec',
    'kms:KeyUsage',
  ]) {
    for (const { name, source } of keyAliases(key)) {
      expect(source).toMatchObject({ read: true, recorded: '2026-11-30' });
      expect(source.page).not.toBe('');
      expect(source.url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/\S+\.html$/);
      const { type, multivalued } = findConditionKey(key) ?? {};
      expect(findConditionKey(name)).toMatchObject({ type, multivalued });
    }
  }
  expect(keyAliases('elasticmapreduce:RequestTag/x')[0]?.source.checked).toBe(false);
});
