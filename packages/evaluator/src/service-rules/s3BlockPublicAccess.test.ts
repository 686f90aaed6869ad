import { describe, expect, test } from 'vitest';
import { decideWith, type StatementInput } from '../_testing/decideWith.ts';

const STRANGER = 'arn:aws:iam::444455556666:user/dave';
const OWNER = '111122223333';

/** Whether a bucket with a statement, and one that names the stranger's account, shuts the stranger out. */
function isPublic(statement: StatementInput, rest: object = {}): boolean {
  const named = { Principal: { AWS: '444455556666' } };
  const decision = decideWith({
    principal: STRANGER,
    identity: [{}],
    resourceAccount: OWNER,
    resourcePolicy: [named, statement],
    flags: { restrictPublicBuckets: true },
    ...rest,
  });
  return decision !== 'Allow';
}

function held(operator: string, key: string, value: unknown): StatementInput {
  return { Principal: '*', Condition: { [operator]: { [key]: value } } };
}

describe('S195: when a bucket policy is public', () => {
  test.each<[string, StatementInput]>([
    ['everyone', { Principal: '*' }],
    ['everyone as AWS', { Principal: { AWS: '*' } }],
    ['all but somebody', { NotPrincipal: { AWS: '444455556666' } }],
    ['a web identity provider', { Principal: { Federated: 'graph.facebook.com' } }],
    ['an action that does not exist', { Principal: '*', Action: 's3:NotASupportedAction' }],
    ['half of IPv4', held('IpAddress', 'aws:SourceIp', ['0.0.0.0/1', '128.0.0.0/1'])],
    ['more than a /8', held('IpAddress', 'aws:SourceIp', '50.0.0.0/7')],
    ['a range among narrow ones', held('IpAddress', 'aws:SourceIp', ['203.0.113.0/24', '0.0.0.0/0'])],
    ['more than an IPv6 /32', held('IpAddress', 'aws:SourceIp', '2001:db8::/31')],
    ['all of IPv6', held('IpAddress', 'aws:SourceIp', '::/0')],
    ['no range', held('IpAddress', 'aws:SourceIp', 'everywhere')],
    ['any VPC', held('StringLike', 'aws:SourceVpc', 'vpc-*')],
    ['a variable', held('StringEquals', 'aws:PrincipalOrgID', '${aws:PrincipalOrgID}')],
    ['a key that the request may lack', held('StringEqualsIfExists', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5')],
    ['a vacuous set', held('ForAllValues:StringEquals', 'aws:PrincipalOrgPaths', 'o-a/r-b/')],
    ['an encryption key', held('StringEquals', 's3:x-amz-server-side-encryption-aws-kms-key-id', 'k')],
    ['a secret header', held('StringEquals', 'aws:Referer', 'x')],
    ['all but a range', held('NotIpAddress', 'aws:SourceIp', '203.0.113.0/24')],
    [
      'access points of any account',
      held('ArnLike', 's3:DataAccessPointArn', 'arn:aws:s3:us-west-2:*:accesspoint/x'),
    ],
  ])('%s', (_, statement) => {
    expect(isPublic(statement)).toBe(true);
  });

  test.each<[string, StatementInput]>([
    ['an account', { Principal: { AWS: '555566667777' } }],
    ['a service', { Principal: { Service: 'cloudtrail.amazonaws.com' } }],
    ['a Deny to everyone else', { Effect: 'Deny', Principal: { AWS: '555566667777' } }],
    ['an organization', held('StringEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5')],
    ['a range of a /8', held('IpAddress', 'aws:SourceIp', '50.0.0.0/8')],
    ['a private range', held('IpAddress', 'aws:SourceIp', '172.16.0.0/12')],
    ['an address', held('IpAddress', 'aws:SourceIp', '203.0.113.7')],
    ['an IPv6 /32', held('IpAddress', 'aws:SourceIp', '2001:db8::/32')],
    ['a VPC', held('StringEquals', 'aws:SourceVpc', 'vpc-91237329')],
    [
      'access points of one account',
      held('ArnLike', 's3:DataAccessPointArn', `arn:aws:s3:us-west-2:${OWNER}:accesspoint/*`),
    ],
    ['an account of access points', held('StringEquals', 's3:DataAccessPointAccount', OWNER)],
  ])('is not: %s', (_, statement) => {
    expect(isPublic(statement)).toBe(false);
  });

  test('serves its account and AWS services all the same', () => {
    const everyone = { Principal: '*' };
    expect(isPublic(everyone, { principal: `arn:aws:iam::${OWNER}:user/olga` })).toBe(false);
    expect(isPublic(everyone, { principal: { service: 'cloudtrail.amazonaws.com' } })).toBe(false);
    expect(isPublic(everyone, { principal: 'anonymous' })).toBe(true);
    expect(isPublic(everyone, { flags: {} })).toBe(false);
  });

  test('differs for access points', () => {
    const resource = `arn:aws:s3:us-west-2:${OWNER}:accesspoint/a/object/k`;
    const points = held('ArnLike', 's3:DataAccessPointArn', `arn:aws:s3:us-west-2:${OWNER}:accesspoint/*`);
    expect(isPublic(points, { resource })).toBe(true);
    const vpc = { restrictPublicBuckets: true, accessPointNetworkOrigin: 'VPC' };
    expect(isPublic({ Principal: '*' }, { resource, flags: vpc })).toBe(false);
    expect(isPublic({ Principal: '*' }, { flags: vpc })).toBe(true);
  });
});
