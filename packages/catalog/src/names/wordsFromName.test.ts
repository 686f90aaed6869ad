import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getService } from '../lookup/getService.ts';
import { services } from '../lookup/services.ts';
import { wordsFromName, type NamedThing } from './wordsFromName.ts';

const words = (kind: NamedThing['kind']) => (name: string) => wordsFromName({ kind, name });

describe('an action is what it does to what', () => {
  test.each([
    ['ecs:UpdateContainerInstancesState', 'update the state of container instances'],
    ['ecs:RunTask', 'run task'],
    ['RunTask', 'run task'],
    ['rds:DescribeDBInstances', 'describe DB instances'],
    ['ec2:CreateVpc', 'create VPC'],
    ['ec2:DescribeVpcs', 'describe VPCs'],
    ['ec2:AssociateSubnetCidrBlock', 'associate subnet CIDR block'],
    ['ec2:UnassignIpv6Addresses', 'unassign IPv6 addresses'],
    ['ec2:DescribeIpv6Pools', 'describe IPv6 pools'],
    ['s3:GetBucketAcl', 'get bucket ACL'],
    ['s3:PutBucketCORS', 'put bucket CORS'],
    ['waf:GetIPSet', 'get IP set'],
    ['iam:CreateSAMLProvider', 'create SAML provider'],
    ['glue:RefreshOAuth2Tokens', 'refresh OAuth2 tokens'],
    ['network-manager:ListVPCs', 'list VPCs'],
    ['x:EnableAWSServiceAccess', 'enable AWS service access'],
    ['dynamodb:DescribeDynamoDBTable', 'describe DynamoDB table'],
    ['iot:SetV2LoggingLevel', 'set V2 logging level'],
    ['kafka:ListClustersV2', 'list clusters V2'],
    ['dynamodb:BatchGetItem', 'batch get item'],
    ['chime:BatchUpdateAttendeeCapabilitiesExcept', 'batch update attendee capabilities except'],
    ['iam:ListRoleTags', 'list role tags'],
    ['ecs:ListTagsForResource', 'list tags for resource'],
    ['chime:ListChannelsModeratedByAppInstanceUser', 'list channels moderated by app instance user'],
    ['ssm:GetOpsItem', 'get ops item'],
    ['cloudtrail:GetEventSelectors', 'get event selectors'],
    ['es:ESHttpGet', 'ES HTTP get'],
    ['iam:*', ''],
    ['x:', ''],
    ['', ''],
  ])('%s: %s', (name, expected) => {
    expect(words('action')(name)).toBe(expected);
  });
});

describe('a resource type and a condition key are their words', () => {
  test.each<[NamedThing['kind'], string, string]>([
    ['resourceType', 'container-instance', 'container instance'],
    ['resourceType', 'ecs:task-definition', 'task definition'],
    ['resourceType', 'dbCluster', 'DB cluster'],
    ['resourceType', 'GlobalTable_v2', 'global table v2'],
    ['conditionKey', 'aws:ResourceTag/${TagKey}', 'resource tag'],
    ['conditionKey', 's3:x-amz-acl', 'ACL'],
    ['conditionKey', 's3:x-amz-', 'x amz'],
    ['conditionKey', 's3:ExistingObjectTag/<key>', 'existing object tag'],
    ['conditionKey', 'www.amazon.com:app_id', 'app ID'],
    ['conditionKey', 'kms:EncryptionContext:${EncryptionContextKey}', 'encryption context'],
    ['conditionKey', 'aws:PrincipalIsAWSService', 'principal is AWS service'],
    ['conditionKey', 'ecs:container-instances', 'container instances'],
    ['conditionKey', 'ec2:IsLaunchTemplateResource', 'is launch template resource'],
  ])('%s %s: %s', (kind, name, expected) => {
    expect(words(kind)(name)).toBe(expected);
  });
});

/** The letters and digits of a text, whatever their case. */
const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z\d]/g, '');

const sorted = (text: string): string => [...lettersOf(text)].toSorted().join('');

test('every name of the catalog has words, which say nothing that the name does not', () => {
  for (const { prefix } of services()) {
    const { actions = [], resourceTypes = [] } = getService(prefix) ?? {};
    for (const { name } of resourceTypes)
      expect(lettersOf(words('resourceType')(name)), name).toBe(lettersOf(name));
    for (const { name } of actions) {
      const said = words('action')(name);
      const isTurned = / the .* of /.test(said) && !/The.*Of/.test(name);
      expect(sorted(said), name).toBe(sorted(`${name}${isTurned ? 'theof' : ''}`));
    }
  }
});

test('words of any text are some, of letters and digits of its own, at once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      for (const kind of ['action', 'resourceType', 'conditionKey'] as const)
        expect(words(kind)(name)).toMatch(/^(?:[A-Za-z\d]+(?: [A-Za-z\d]+)*)?$/);
    }),
  );
  const from = performance.now();
  for (const unit of ['A', 'a', '{', '${', '<', 'As']) words('conditionKey')(unit.repeat(20_000));
  expect(performance.now() - from).toBeLessThan(5_000);
});
