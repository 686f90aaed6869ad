import { parsePolicy, type Policy } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { AWS } from '../aws/awsUniverse.ts';
import { checkNoPublicAccess } from './checkNoPublicAccess.ts';
import { PUBLIC_RESOURCE_TYPES, type PublicResourceType } from './publicResourceTypes.ts';

function policyOf(...statements: readonly object[]): Policy {
  const result = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements }));
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.policy;
}

const bucket = (more: object = {}) => ({
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::docs/*',
  ...more,
});
const when = (operator: string, key: string, value: unknown) => ({
  Condition: { [operator]: { [key]: value } },
});
const check = (policy: Policy, resourceType: PublicResourceType = 'AWS::S3::Bucket') =>
  checkNoPublicAccess(policy, { resourceType, universe: AWS });
const verdictOf = (...args: Parameters<typeof check>): string => check(...args).verdict.verdict;

describe('S195: what makes a bucket public', () => {
  test.each<[string, object, string]>([
    ['everybody', {}, 'refuted'],
    ['everybody by a map', { Principal: { AWS: '*' } }, 'refuted'],
    ['an account', { Principal: { AWS: '444455556666' } }, 'proved'],
    ['a service', { Principal: { Service: 'cloudtrail.amazonaws.com' } }, 'proved'],
    ['a VPC', when('StringEquals', 'aws:SourceVpc', 'vpc-1a2b3c4d'), 'proved'],
    ['all VPCs of a beginning', when('StringLike', 'aws:SourceVpc', 'vpc-*'), 'refuted'],
    ['an organization', when('StringEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5'), 'proved'],
    ['every organization', when('StringLike', 'aws:PrincipalOrgID', 'o-*'), 'refuted'],
    [
      'a path of an organization, with a wildcard',
      when('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', 'o-a1b2c3d4e5/*'),
      'refuted',
    ],
    ['a range of /8', when('IpAddress', 'aws:SourceIp', '203.0.0.0/8'), 'proved'],
    ['a range of /7', when('IpAddress', 'aws:SourceIp', '202.0.0.0/7'), 'refuted'],
    ['a range of /32 in IPv6', when('IpAddress', 'aws:SourceIp', '2001:db8::/32'), 'proved'],
    ['a range of /31 in IPv6', when('IpAddress', 'aws:SourceIp', '2001:db8::/31'), 'refuted'],
    [
      'private ranges, none of which is broader',
      when('IpAddress', 'aws:SourceIp', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']),
      'proved',
    ],
    [
      'a narrow range and a broad one',
      when('IpAddress', 'aws:SourceIp', ['203.0.113.0/24', '0.0.0.0/1']),
      'refuted',
    ],
    ['all but a range', when('NotIpAddress', 'aws:SourceIp', '203.0.113.0/24'), 'refuted'],
    ['a variable', when('StringEquals', 'aws:SourceVpc', '${aws:PrincipalTag/vpc}'), 'refuted'],
    ['a unique id', when('StringEquals', 'aws:userid', 'AROAEXAMPLE:me'), 'proved'],
    ['all sessions of a role', when('StringLike', 'aws:userid', 'AROAEXAMPLE:*'), 'refuted'],
    [
      'access points of an account',
      when('ArnLike', 's3:DataAccessPointArn', 'arn:aws:s3:eu-west-1:111122223333:accesspoint/*'),
      'proved',
    ],
    [
      'access points of all accounts',
      when('ArnLike', 's3:DataAccessPointArn', 'arn:aws:s3:eu-west-1:*:accesspoint/*'),
      'refuted',
    ],
    [
      'an account of access points',
      when('StringEquals', 's3:DataAccessPointAccount', '111122223333'),
      'proved',
    ],
    [
      'roles of an account, with a wildcard',
      when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::444455556666:role/*'),
      'refuted',
    ],
    ['a role', when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::444455556666:role/admin'), 'proved'],
    [
      'all that are not of an account',
      when('StringNotEquals', 'aws:PrincipalAccount', '444455556666'),
      'refuted',
    ],
    ['a key that may be absent', when('StringEqualsIfExists', 'aws:SourceVpc', 'vpc-1a2b3c4d'), 'refuted'],
    ['encrypted calls', when('Bool', 'aws:SecureTransport', 'true'), 'refuted'],
  ])('%s: %j', (_, more, verdict) => {
    expect(verdictOf(policyOf(bucket(more)))).toBe(verdict);
  });

  test('a Deny that takes it all back makes it private, one that leaves a way does not', () => {
    const outside = when('StringNotEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5');
    const deny = (more: object) => ({ ...bucket(more), Effect: 'Deny', Action: 's3:*', Resource: '*' });
    expect(verdictOf(policyOf(bucket(), deny(outside)))).toBe('proved');
    expect(verdictOf(policyOf(bucket(), deny(when('Bool', 'aws:SecureTransport', 'false'))))).toBe('refuted');
  });

  test('the witness is a caller without credentials', () => {
    expect(check(policyOf(bucket())).verdict).toMatchObject({
      verdict: 'refuted',
      witness: {
        request: { principal: 'anonymous', action: 's3:GetObject' },
        after: 'Allow',
        statements: [{ of: 'after', ref: '/resource/0/Statement/0' }],
      },
    });
  });
});

describe('S195: other services', () => {
  const statement = (Action: string, more: object = {}) => ({
    Effect: 'Allow',
    Principal: '*',
    Action,
    Resource: '*',
    ...more,
  });
  test.each<[PublicResourceType, object, string]>([
    [
      'AWS::SQS::Queue',
      statement('sqs:SendMessage', when('ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:111122223333:*')),
      'proved',
    ],
    [
      'AWS::SQS::Queue',
      statement('sqs:SendMessage', when('ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:*:news')),
      'refuted',
    ],
    [
      'AWS::SQS::Queue',
      statement('sqs:SendMessage', when('StringEquals', 'aws:SourceAccount', '${aws:ResourceAccount}')),
      'proved',
    ],
    [
      'AWS::SQS::Queue',
      statement('sqs:SendMessage', when('StringEquals', 'aws:PrincipalAccount', '${aws:ResourceAccount}')),
      'proved',
    ],
    [
      'AWS::SQS::Queue',
      statement('sqs:SendMessage', when('StringEquals', 'aws:PrincipalOrgID', '${aws:ResourceOrgID}')),
      'proved',
    ],
    [
      'AWS::KMS::Key',
      statement('kms:Decrypt', when('StringEquals', 'kms:CallerAccount', '111122223333')),
      'proved',
    ],
    [
      'AWS::KMS::Key',
      statement('kms:Decrypt', when('StringEquals', 'kms:ViaService', 's3.us-east-1.amazonaws.com')),
      'refuted',
    ],
    [
      'AWS::Lambda::Function',
      statement('lambda:InvokeFunctionUrl', when('StringEquals', 'lambda:FunctionUrlAuthType', 'NONE')),
      'refuted',
    ],
    [
      'AWS::SecretsManager::Secret',
      statement('secretsmanager:GetSecretValue', { Principal: { AWS: '444455556666' } }),
      'proved',
    ],
    [
      'AWS::SNS::Topic',
      statement('sns:Subscribe', when('StringLike', 'sns:Endpoint', '*@example.com')),
      'proved',
    ],
  ])('%s %j: %s', (type, one, verdict) => {
    expect(verdictOf(policyOf(one), type)).toBe(verdict);
  });

  const trust = (Principal: unknown, Action: string, more: object = {}) =>
    policyOf({ Effect: 'Allow', Principal, Action, ...more });
  test.each<[string, Policy, string]>([
    ['everybody', trust('*', 'sts:AssumeRole'), 'refuted'],
    [
      'everybody with an external id',
      trust('*', 'sts:AssumeRole', when('StringEquals', 'sts:ExternalId', 'x')),
      'refuted',
    ],
    ['an account', trust({ AWS: '444455556666' }, 'sts:AssumeRole'), 'proved'],
    ['a service', trust({ Service: 'ec2.amazonaws.com' }, 'sts:AssumeRole'), 'proved'],
    [
      'whoever has an account of a web provider',
      trust({ Federated: 'accounts.google.com' }, 'sts:AssumeRoleWithWebIdentity'),
      'refuted',
    ],
    [
      'those of an application',
      trust(
        { Federated: 'accounts.google.com' },
        'sts:AssumeRoleWithWebIdentity',
        when('StringEquals', 'accounts.google.com:aud', 'app'),
      ),
      'proved',
    ],
    [
      'those of a provider of an account',
      trust({ Federated: 'arn:aws:iam::111122223333:saml-provider/p' }, 'sts:AssumeRoleWithSAML'),
      'proved',
    ],
  ])('a role trusts %s: %s', (_, policy, verdict) => {
    expect(verdictOf(policy, 'AWS::IAM::AssumeRolePolicyDocument')).toBe(verdict);
  });

  test('callers of all accounts are the public of a key, which takes no unsigned requests (S201)', () => {
    const { verdict } = check(policyOf(statement('kms:*')), 'AWS::KMS::Key');
    expect(verdict).toMatchObject({
      verdict: 'refuted',
      witness: { after: 'Allow' },
    });
    expect(verdict.verdict === 'refuted' && verdict.witness.request.principal).toMatch(/^arn:aws:iam::9999/);
  });
});

describe('questions', () => {
  test.each(Object.keys(PUBLIC_RESOURCE_TYPES) as PublicResourceType[])(
    'a policy for everybody is public: %s',
    (type) => {
      const policy = policyOf({
        Effect: 'Allow',
        Principal: '*',
        Action: '*',
        ...(type === 'AWS::IAM::AssumeRolePolicyDocument' ? {} : { Resource: '*' }),
      });
      expect(check(policy, type)).toMatchObject({ verdict: { verdict: 'refuted' }, vacuous: false });
    },
  );

  test('AWS has as many types', () => {
    expect(Object.keys(PUBLIC_RESOURCE_TYPES)).toHaveLength(26);
  });

  test('a policy of another service is no answer', () => {
    const queue = policyOf({ Effect: 'Allow', Principal: '*', Action: 'sqs:*', Resource: '*' });
    expect(check(queue)).toMatchObject({ verdict: { verdict: 'proved' }, vacuous: true });
    expect(check(policyOf(bucket({ Principal: { AWS: '444455556666' } })))).toMatchObject({ vacuous: false });
  });
});

test('S195: what a variable holds to the account of the owner is public to S3 alone', () => {
  const own = when('StringEquals', 'aws:PrincipalAccount', '${aws:ResourceAccount}');
  expect(verdictOf(policyOf(bucket(own)))).toBe('refuted');
  const topic = { ...bucket(own), Action: 'sns:Publish', Resource: 'arn:aws:sns:eu-west-1:111122223333:t' };
  expect(verdictOf(policyOf(topic), 'AWS::SNS::Topic')).toBe('proved');
});

test('a policy that allows nothing is about resources of every type', () => {
  const denies = policyOf({ ...bucket(), Effect: 'Deny' });
  expect(check(denies, 'AWS::SNS::Topic')).toMatchObject({ verdict: { verdict: 'proved' }, vacuous: false });
  expect(check(policyOf(bucket()), 'AWS::SNS::Topic')).toMatchObject({ vacuous: true });
});
