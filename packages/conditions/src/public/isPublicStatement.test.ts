import { policyFromValue } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import type { PublicPlace } from './fixesCallers.ts';
import { isPublicStatement } from './isPublicStatement.ts';

/** Whether everyone is let in by a statement of a policy that hangs on something. */
function isPublic(parts: object, place: PublicPlace): boolean {
  const Statement = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*', ...parts };
  const result = policyFromValue({ Version: '2012-10-17', Statement });
  const statement = result.ok ? result.policy.statements[0] : undefined;
  if (statement === undefined) throw new Error('no policy');
  return isPublicStatement(statement, place);
}

function when(operator: string, key: string, value: unknown): object {
  return { Condition: { [operator]: { [key]: value } } };
}

describe('S195: one meaning of public', () => {
  test.each<[string, object, boolean, boolean]>([
    ['nothing', {}, true, true],
    ['an organization', when('StringEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5'), false, false],
    ['any organization', when('StringLike', 'aws:PrincipalOrgID', 'o-*'), true, true],
    ['a range', when('IpAddress', 'aws:SourceIp', '203.0.113.0/24'), false, false],
    ['half of the Internet', when('IpAddress', 'aws:SourceIp', '0.0.0.0/1'), true, true],
    ['no range', when('IpAddress', 'aws:SourceIp', '10.0.0.0/33'), true, true],
    ['topics of an account', when('ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:111122223333:*'), true, false],
    ['topics of any account', when('ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:*:news'), true, true],
    ['a bucket', when('ArnEquals', 'aws:SourceArn', 'arn:aws:s3:::b'), false, false],
    ['sessions of a role', when('StringLike', 'aws:userid', 'AROAEXAMPLE:*'), true, false],
    ['sessions of any role', when('StringLike', 'aws:userid', ['AROA*', '*:build']), true, true],
    ['tags that all may give', when('StringEquals', 'aws:PrincipalTag/team', 'red'), true, true],
    ['names that all may give', when('StringEquals', 'aws:username', 'root'), true, true],
    ['a VPC of anybody', when('IpAddress', 'aws:VpcSourceIp', '10.0.0.0/16'), true, true],
    [
      'a path of an organization',
      when('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', 'o-a1b2c3d4e5/r-ab12/*'),
      true,
      false,
    ],
    [
      'a unit of any organization',
      when('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', ['o-a1b2c3d4e5/*', 'o-*/r-ab12/*']),
      true,
      true,
    ],
    ['any principal', when('ArnLike', 'aws:PrincipalArn', '*'), true, true],
    ['roles of a name', when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/admin'), true, true],
    [
      'the account of the owner',
      when('StringEquals', 'aws:PrincipalAccount', '${aws:ResourceAccount}'),
      true,
      false,
    ],
    [
      'the organization of the owner',
      when('StringEquals', 'aws:PrincipalOrgID', '${aws:ResourceOrgID}'),
      true,
      false,
    ],
    ['any account', when('StringEquals', 'aws:PrincipalAccount', '${aws:PrincipalAccount}'), true, true],
    ['services', when('Bool', 'aws:PrincipalIsAWSService', 'true'), true, false],
    ['all but services', when('Bool', 'aws:PrincipalIsAWSService', 'false'), true, true],
    [
      'all who call a service',
      when('ForAnyValue:StringEquals', 'aws:CalledVia', 'athena.amazonaws.com'),
      true,
      true,
    ],
    ['a quarter of IPv6', when('IpAddress', 'aws:SourceIp', ['2001:db8::/32', '2000::/3']), true, true],
    [
      'anybody by a service',
      when('StringEquals', 'kms:ViaService', 's3.us-east-1.amazonaws.com'),
      true,
      true,
    ],
    ['an account by a service', when('StringEquals', 'kms:CallerAccount', '111122223333'), true, false],
    ['unsigned calls', when('StringEquals', 'lambda:FunctionUrlAuthType', 'NONE'), true, true],
    ['signed calls', when('StringEquals', 'lambda:FunctionUrlAuthType', 'AWS_IAM'), true, true],
    ['a key that may be absent', when('StringEqualsIfExists', 'aws:SourceVpc', 'vpc-1'), true, true],
    ['all but somebody', { NotPrincipal: { AWS: '111122223333' }, Principal: undefined }, true, true],
    ['somebody', { Principal: { AWS: '111122223333' } }, false, false],
    ['a Deny', { Effect: 'Deny' }, false, false],
  ])('held to %s: %j', (_, parts, inBucket, elsewhere) => {
    expect([isPublic(parts, 'bucket'), isPublic(parts, 'other')]).toEqual([inBucket, elsewhere]);
  });

  test('differs between buckets and access points in what access points fix', () => {
    const points = when(
      'ArnLike',
      's3:DataAccessPointArn',
      'arn:aws:s3:eu-west-1:111122223333:accesspoint/*',
    );
    expect([isPublic(points, 'bucket'), isPublic(points, 'accessPoint')]).toEqual([false, true]);
  });

  test.each([
    ['of any account', 'arn:aws:s3:eu-west-1:*:accesspoint/*'],
    ['of no account', 'arn:aws:s3:eu-west-1::accesspoint/a'],
    ['of any Region', 'arn:aws:s3:*:111122223333:accesspoint/a'],
    ['that are none', 'arn:aws:s3:eu-west-1:111122223333:bucket/a'],
    ['that have no ARN', 'a'],
  ])('access points %s fix nobody: %s', (_, arn) => {
    expect(isPublic(when('ArnLike', 's3:DataAccessPointArn', arn), 'bucket')).toBe(true);
  });
});

describe('S195: the keys that hold callers to something fixed', () => {
  const ARN = 'arn:aws:sns:eu-west-1:111122223333:news';
  test.each<[string, string, string, boolean]>([
    ['StringEquals', 'aws:PrincipalAccount', '111122223333', true],
    ['ArnEquals', 'aws:PrincipalArn', 'arn:aws:iam::111122223333:role/a', true],
    ['StringEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5', true],
    ['ForAnyValue:StringEquals', 'aws:PrincipalOrgPaths', 'o-a1b2c3d4e5/r-ab12/', true],
    ['StringEquals', 'aws:PrincipalServiceName', 'sns.amazonaws.com', true],
    ['StringEquals', 'aws:SourceAccount', '111122223333', true],
    ['ArnEquals', 'aws:SourceArn', ARN, true],
    ['IpAddress', 'aws:SourceIp', '203.0.113.0/24', true],
    ['StringEquals', 'aws:SourceOwner', '111122223333', true],
    ['StringEquals', 'aws:SourceVpc', 'vpc-1a2b3c4d', true],
    ['StringEquals', 'aws:SourceVpce', 'vpce-1a2b3c4d', true],
    ['StringEquals', 'aws:userid', 'AIDAEXAMPLE', true],
    ['StringEquals', 's3:DataAccessPointAccount', '111122223333', true],
    ['ArnLike', 's3:DataAccessPointArn', 'arn:aws:s3:eu-west-1:111122223333:accesspoint/a', true],
    ['StringEquals', 'aws:Ec2InstanceSourceVpc', 'vpc-1a2b3c4d', false],
    ['ArnEquals', 'aws:FederatedProvider', 'arn:aws:iam::111122223333:saml-provider/a', false],
    ['Bool', 'aws:PrincipalIsAWSService', 'true', false],
    ['ForAnyValue:StringEquals', 'aws:PrincipalServiceNamesList', 'sns.amazonaws.com', false],
    ['StringEquals', 'aws:SourceOrgID', 'o-a1b2c3d4e5', false],
    ['ForAnyValue:StringLike', 'aws:SourceOrgPaths', 'o-a1b2c3d4e5/*', false],
    ['ArnEquals', 'aws:SourceVpcArn', 'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1a2b3c4d', false],
    ['StringEquals', 'aws:VpceAccount', '111122223333', false],
    ['StringEquals', 'aws:VpceOrgID', 'o-a1b2c3d4e5', false],
    ['ForAnyValue:StringLike', 'aws:VpceOrgPaths', 'o-a1b2c3d4e5/*', false],
    ['ArnEquals', 'ec2:SourceInstanceArn', 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1', false],
    ['Bool', 'elasticfilesystem:AccessedViaMountTarget', 'true', false],
    ['StringEquals', 'kms:CallerAccount', '111122223333', false],
    ['StringLike', 'sns:Endpoint', '*@example.com', false],
    ['StringEquals', 'vpc-lattice-svcs:SourceVpc', 'vpc-1a2b3c4d', false],
    ['StringEquals', 'vpc-lattice-svcs:SourceVpcOwnerAccount', '111122223333', false],
    ['StringEquals', 'cognito-identity.amazonaws.com:aud', 'eu-west-1:a', false],
    ['StringEquals', 'graph.facebook.com:sub', 'a', false],
  ])('%s on %s', (operator, key, value, inBucket) => {
    expect(isPublic(when(operator, key, value), 'bucket')).toBe(!inBucket);
    expect(isPublic(when(operator, key, value), 'other')).toBe(false);
    expect(isPublic(when(operator, key, operator === 'Bool' ? 'false' : '*'), 'other')).toBe(true);
  });
});
