import { expect, test } from 'vitest';
import {
  catalogInfo,
  FEATURE_NAMES,
  featuresOf,
  getService,
  services,
  type Feature,
  type FeatureName,
} from '../index.ts';

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

test('policies, or operations that have a service-linked role made, are named where no role is known by name', () => {
  expect(row('budgets', 'Service-linked roles')).toMatchObject({
    support: 'no',
    data: { kind: 'policies', names: ['BudgetsServiceRolePolicy'] },
  });
  expect(row('nova-act', 'Service-linked roles')).toMatchObject({
    support: 'yes',
    basis: {
      kind: 'curated',
      from: { evidence: { kind: 'managedPolicy', name: 'NovaActServiceRolePolicy' } },
    },
  });
  expect(row('mediapackage-vod', 'Service-linked roles')?.data).toEqual({
    kind: 'operations',
    names: ['mediapackage-vod:ConfigureLogs'],
  });
});

test('operations that take a role are data; AWS says of a service whether it has service roles', () => {
  expect(row('drs', 'Service roles')).toEqual({
    feature: 'Service roles',
    support: 'unknown',
    basis: { kind: 'none' },
    data: { kind: 'operations', names: ['drs:StartRecovery'] },
  });
  expect(row('appflow', 'Service roles')).toMatchObject({
    support: 'no',
    data: { names: expect.arrayContaining(['appflow:CreateFlow']) as unknown },
  });
  expect(row('budgets', 'Service roles')).toMatchObject({
    support: 'yes',
    basis: {
      from: { url: expect.stringMatching(/\/userguide\/budgets-action-role\.html$/), read: true },
    },
  });
});

test('a service without operations on access control lists has none; lists of web and network rules are others', () => {
  const computed = { support: 'no', basis: { kind: 'computed', from: catalogInfo.provenance.actions } };
  for (const prefix of ['kms', 'apprunner', 'ec2']) expect(row(prefix, 'ACLs')).toMatchObject(computed);
  expect(row('apprunner', 'ACLs')?.data).toBeUndefined();
  expect(row('s3-outposts', 'ACLs')).toMatchObject({
    support: 'unknown',
    data: { kind: 'operations', names: ['s3-outposts:PutObjectAcl'] },
  });
  expect(row('s3', 'ACLs')).toMatchObject({ support: 'yes', basis: { kind: 'curated' } });
});

test('a service that nobody wrote a page on takes temporary credentials, and no policies without an operation', () => {
  const computed = { kind: 'computed', from: catalogInfo.provenance.actions };
  expect(row('bedrock-mantle', 'Temporary credentials')).toMatchObject({ support: 'yes', basis: computed });
  expect(row('bedrock-mantle', 'Resource-based policies')).toMatchObject({ support: 'no', basis: computed });
  expect(row('agent-registry', 'Resource-based policies')).toMatchObject({
    support: 'unknown',
    basis: { kind: 'none' },
  });
  expect(['iam', 'sts'].map((prefix) => row(prefix, 'Temporary credentials')?.support)).toEqual([
    'partial',
    'partial',
  ]);
});

test('forward access is told by keys, or by what callers need of other services', () => {
  expect(row('lookoutmetrics', 'Principal permissions')).toMatchObject({
    support: 'yes',
    basis: { kind: 'curated', from: { page: 'AWS KMS condition keys', read: true } },
    data: { kind: 'keys', names: ['kms:ViaService'] },
  });
  expect(row('iam', 'Principal permissions')).toMatchObject({
    support: 'yes',
    basis: { kind: 'computed', from: catalogInfo.provenance.dependentActions },
    data: { kind: 'operations', names: ['iam:GenerateOrganizationsAccessReport'] },
  });
  expect(row('glue', 'Principal permissions')).toMatchObject({
    support: 'no',
    data: { kind: 'keys', names: ['aws:CalledVia', 'kms:ViaService'] },
  });
  expect(row('oam', 'Principal permissions')?.basis).toEqual({ kind: 'none' });
});

test('what is unknown has no basis, and all else has one that is not memory alone', () => {
  for (const { prefix } of services()) {
    for (const { support, basis } of featuresOf(prefix) ?? []) {
      expect(support === 'unknown').toBe(basis.kind === 'none');
      if (basis.kind === 'curated') expect(basis.from.checked).toBe(true);
    }
  }
});

test('an older page says what the present one, on some features only, does not', () => {
  expect(row('cloudwatch', 'Service roles')?.basis).toMatchObject({ from: { recorded: '2026-11-30' } });
  expect(row('cloudwatch', 'ACLs')?.basis).toMatchObject({
    from: { url: expect.stringMatching(/^https:\/\/github\.com\/awsdocs\//) as unknown },
  });
});

test('every service has the eleven rows in order; an unknown prefix has none', () => {
  for (const prefix of ['ecs', 'S3', 'a4b']) {
    expect(featuresOf(prefix)?.map(({ feature }) => feature)).toEqual([...FEATURE_NAMES]);
  }
  expect(featuresOf('nope')).toBeUndefined();
  expect(getService('nope')).toBeUndefined();
});
