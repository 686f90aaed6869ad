import { expect, test } from 'vitest';
import { lintText } from '../../index.ts';

/** Whether a Deny with these conditions is said to hit calls of services. */
function hits(Condition: object): boolean {
  const Statement = [{ Effect: 'Deny', Action: '*', Resource: '*', Condition }];
  const { findings } = lintText(JSON.stringify({ Version: '2012-10-17', Statement }), { type: 'identity' });
  return findings.some(({ code }) => code === 'deny-by-network-without-via-aws-service');
}

test.each([
  ['NotIpAddress', 'aws:SourceIp', '192.0.2.0/24'],
  ['NotIpAddress', 'aws:VpcSourceIp', '10.0.0.0/16'],
  ['StringNotEquals', 'aws:SourceVpc', 'vpc-1a2b3c4d'],
  ['StringNotEquals', 'aws:SourceVpce', 'vpce-1a2b3c4d'],
  ['ArnNotLike', 'aws:SourceVpcArn', 'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1a2b3c4d'],
  ['StringNotEquals', 'aws:VpceAccount', '111122223333'],
  ['StringNotEquals', 'aws:VpceOrgID', 'o-a1b2c3d4e5'],
  ['ForAllValues:StringNotLike', 'aws:VpceOrgPaths', 'o-a1b2c3d4e5/*'],
])('S108: %s on %s hits calls of services, which have no such key', (operator, key, value) => {
  expect(hits({ [operator]: { [key]: value } })).toBe(true);
  expect(hits({ [operator]: { [key]: value }, Null: { [key]: 'false' } })).toBe(false);
  for (const exception of [
    { Bool: { 'aws:ViaAWSService': 'false' } },
    { 'ForAllValues:StringNotEquals': { 'aws:CalledVia': 'athena.amazonaws.com' } },
    { StringNotEquals: { 'aws:CalledViaFirst': 'athena.amazonaws.com' } },
    { StringNotLike: { 'aws:CalledViaLast': 'athena.amazonaws.com' } },
  ])
    expect(hits({ ...exception, [`${operator}IfExists`]: { [key]: value } })).toBe(false);
});

test('other keys are no network', () => {
  expect(hits({ StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } })).toBe(false);
});
