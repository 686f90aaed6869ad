import { expect, test } from 'vitest';
import { catalogInfo, FEATURE_NAMES, featuresOf, getService } from '../index.ts';
import type { Feature, FeatureName } from '../index.ts';

const row = (prefix: string, feature: FeatureName): Feature | undefined =>
  featuresOf(prefix)?.find((candidate) => candidate.feature === feature);

test('the own page of a service comes first, and what contradicts it stands beside it', () => {
  const feature = row('sns', 'ABAC (tags in policies)');
  expect(feature).toMatchObject({
    support: 'partial',
    basis: {
      kind: 'curated',
      from: {
        url: 'https://docs.aws.amazon.com/sns/latest/dg/security_iam_service-with-iam.html',
        recorded: '2026-11-29',
        read: true,
      },
    },
    contradiction: { support: 'yes', from: { page: 'AWS services that work with IAM', read: true } },
  });
});

test("AWS's table comes before an older page, which it cannot contradict", () => {
  const feature = row('config', 'Policy resources');
  expect(feature?.support).toBe('partial');
  expect(feature?.contradiction).toBeUndefined();
  expect(row('transcribe', 'ACLs')).toMatchObject({
    support: 'no',
    basis: { from: { url: expect.stringMatching(/^https:\/\/github\.com\/awsdocs\/.*\.md$/) } },
  });
});

test('AWS says yes where some actions take an ARN; how many do is beside it', () => {
  for (const prefix of ['s3', 'lambda', 'dynamodb'])
    expect(row(prefix, 'Policy resources')?.support).toBe('yes');
  const data = row('lambda', 'Policy resources')?.data;
  const { actions = [] } = getService('lambda') ?? {};
  expect(data).toEqual({
    kind: 'arns',
    actions: actions.length,
    withArn: actions.filter(({ wildcardOnly }) => !wildcardOnly).length,
  });
});

test('services that share a prefix are told apart where they differ', () => {
  expect(row('lex', 'Resource-based policies')).toMatchObject({
    support: 'yes',
    services: [
      { name: 'Amazon Lex', support: 'no' },
      { name: 'Amazon Lex V2', support: 'yes' },
    ],
  });
  expect(row('lex', 'Resource-based policies')?.contradiction).toBeUndefined();
  expect(row('sms-voice', 'ABAC (tags in policies)')).toMatchObject({ support: 'partial' });
  expect(row('lex', 'Policy actions')?.services).toBeUndefined();
});

test('a service that AWS has no row for is computed as AWS does, and marked so', () => {
  expect(row('bedrock-mantle', 'Policy resources')).toMatchObject({
    support: 'yes',
    basis: { kind: 'computed', from: catalogInfo.provenance.resourceTypes },
  });
  expect(row('ecs-mcp', 'ABAC (tags in policies)')).toMatchObject({
    support: 'no',
    basis: { kind: 'computed' },
  });
});

test('tag keys and the resource types that have `aws:ResourceTag` are data', () => {
  expect(row('sqs', 'ABAC (tags in policies)')?.data).toEqual({
    kind: 'tags',
    keys: ['aws:RequestTag/${TagKey}', 'aws:ResourceTag/${TagKey}', 'aws:TagKeys'],
    resourceTypes: 1,
    withResourceTag: 1,
  });
});

test('operations and roles are named whatever AWS says of the feature', () => {
  expect(row('ssm', 'Resource-based policies')).toMatchObject({
    support: 'no',
    contradiction: { support: 'partial' },
  });
  expect(row('ssm', 'Resource-based policies')?.data).toEqual({
    kind: 'operations',
    names: ['ssm:PutResourcePolicy'],
  });
  expect(row('ecs', 'Service-linked roles')?.data).toMatchObject({
    names: expect.arrayContaining(['AWSServiceRoleForECS']) as unknown,
  });
  expect(row('ecs', 'Service roles')?.data).toMatchObject({
    names: expect.arrayContaining(['ecs:RunTask']) as unknown,
  });
});

test('operations that have a service-linked role made are named where no role is', () => {
  expect(row('budgets', 'Service-linked roles')).toMatchObject({
    support: 'no',
    data: { kind: 'operations', names: expect.arrayContaining(['budgets:ModifyBudget']) as unknown },
  });
});

test('a service nobody has looked at says `unknown` where the data does not tell', () => {
  expect(row('a4b', 'Resource-based policies')).toMatchObject({
    support: 'unknown',
    basis: { kind: 'none' },
  });
  expect(row('a4b', 'ACLs')?.basis).toEqual({ kind: 'none' });
  for (const { support, basis } of featuresOf('a4b') ?? [])
    expect(support === 'unknown').toBe(basis.kind === 'none');
});

test('what is from memory says so', () => {
  expect(row('kms', 'ACLs')).toMatchObject({
    support: 'no',
    basis: { kind: 'curated', from: { read: false, checked: false } },
  });
});

test('every service has the eleven rows in order; an unknown prefix has none', () => {
  for (const prefix of ['ecs', 'S3', 'a4b']) {
    expect(featuresOf(prefix)?.map(({ feature }) => feature)).toEqual([...FEATURE_NAMES]);
  }
  expect(featuresOf('nope')).toBeUndefined();
  expect(getService('nope')).toBeUndefined();
});
