import { expect, test } from 'vitest';
import { findConditionKey, globalConditionKeys, services } from '../index.ts';

// Every key of the page "AWS global condition context keys" as of 2026, with its type and number of values there. Keys of
// two types stand with the first (`aws:FederatedProvider`: or ARN; `aws:EpochTime`: or number).
const PAGE: Readonly<Record<string, string>> = {
  'one String':
    'aws:PrincipalAccount aws:PrincipalOrgID aws:PrincipalTag/${TagKey} aws:PrincipalServiceName aws:PrincipalType ' +
    'aws:userid aws:username aws:FederatedProvider aws:Ec2InstanceSourceVpc aws:SourceIdentity aws:ViaCustomerDomain ' +
    'glue:RoleAssumedBy glue:CredentialIssuingService identitystore:UserId aws:SourceVpc aws:SourceVpce ' +
    'aws:VpceAccount aws:VpceOrgID aws:ResourceAccount aws:ResourceOrgID aws:ResourceTag/${TagKey} ' +
    'aws:CalledViaFirst aws:CalledViaLast aws:CalledViaAWSMCP aws:referer aws:RequestedRegion ' +
    'aws:RequestTag/${TagKey} aws:SourceAccount aws:SourceOrgID aws:UserAgent',
  'many String':
    'aws:PrincipalOrgPaths aws:PrincipalServiceNamesList aws:VpceOrgPaths aws:ResourceOrgPaths aws:CalledVia ' +
    'aws:TagKeys aws:SourceOrgPaths',
  'one ARN':
    'aws:PrincipalArn aws:SignInSessionArn aws:ChatbotSourceArn ec2:SourceInstanceArn codebuild:BuildArn ' +
    'codebuild:ProjectArn lambda:SourceFunctionArn ssm:SourceInstanceArn aws:SourceVpcArn aws:SourceArn',
  'one Bool':
    'aws:PrincipalIsAWSService aws:AssumedRoot aws:MultiFactorAuthPresent aws:ViaAWSService aws:ViaAWSMCPService ' +
    'aws:SecureTransport aws:IsMcpServiceAction',
  'one Date': 'aws:TokenIssueTime aws:CurrentTime aws:EpochTime',
  'one Numeric': 'aws:MultiFactorAuthAge ec2:RoleDelivery',
  'one IPAddress': 'aws:Ec2InstanceSourcePrivateIPv4 aws:SourceIp aws:VpcSourceIp',
};
const listed = Object.entries(PAGE).flatMap(([values, names]) =>
  names.split(' ').map((name) => [name, values] as const),
);

test.each(listed)('S89: `%s` has %s', (name, values) => {
  for (const key of [name, name.toLowerCase(), name.replace('${TagKey}', 'team')]) {
    const found = findConditionKey(key);
    expect(found?.name).toBe(name);
    expect(`${found?.multivalued === true ? 'many' : 'one'} ${found?.type ?? ''}`).toBe(values);
  }
});

// Who can have the keys that not every caller can have, as the catalog took it from "Availability" of the same page; this table was
// not held against the page a second time. `signed` are users, roles, federated users and root users.
const CALLERS: Readonly<Record<string, string>> = {
  signed: 'aws:PrincipalArn aws:PrincipalOrgPaths aws:PrincipalOrgID aws:TokenIssueTime aws:SignInSessionArn',
  'signed service': 'aws:PrincipalIsAWSService',
  'user role federatedUser': 'aws:PrincipalTag/${TagKey}',
  'user role root': 'aws:MultiFactorAuthAge aws:MultiFactorAuthPresent',
  user: 'aws:username',
  root: 'aws:AssumedRoot',
  role:
    'aws:FederatedProvider aws:ChatbotSourceArn aws:Ec2InstanceSourceVpc aws:Ec2InstanceSourcePrivateIPv4 ' +
    'aws:SourceIdentity aws:ViaCustomerDomain ec2:RoleDelivery ec2:SourceInstanceArn glue:RoleAssumedBy ' +
    'glue:CredentialIssuingService codebuild:BuildArn codebuild:ProjectArn lambda:SourceFunctionArn ' +
    'ssm:SourceInstanceArn identitystore:UserId',
  service:
    'aws:PrincipalServiceName aws:PrincipalServiceNamesList aws:SourceAccount aws:SourceArn aws:SourceOrgID ' +
    'aws:SourceOrgPaths',
};

test('S125: a key is of the callers that the catalog took from the page', () => {
  const found: Record<string, readonly string[]> = {};
  for (const { name, principals } of globalConditionKeys) {
    if (principals === undefined) continue;
    const callers = principals.join(' ').replace('user role federatedUser root', 'signed');
    found[callers] = [...(found[callers] ?? []), name].sort();
  }
  const listedCallers = Object.entries(CALLERS).map(([who, names]) => [who, names.split(' ').sort()]);
  expect(found).toEqual(Object.fromEntries(listedCallers));
});

test('every key says in words when a request has it', () => {
  for (const { name, presence } of globalConditionKeys)
    expect([name, presence]).toEqual([name, expect.stringMatching(/^[a-z][^.]*(?: \S+)+$/i)]);
});

test('no other key is global', () => {
  const names = listed.map(([name]) => name);
  expect(names).toHaveLength(62);
  expect(globalConditionKeys.map(({ name }) => name).sort()).toEqual([...names].sort());
});

test('S89: every service that lists a key gives it one type and number of values', () => {
  const different: string[] = [];
  for (const { prefix, conditionKeys } of services()) {
    for (const { name, type, multivalued } of conditionKeys) {
      const found = findConditionKey(name);
      if (found?.type !== type || found.multivalued !== multivalued) different.push(`${prefix} ${name}`);
    }
  }
  // The guide says that a session has one user; the reference of these two, that a request has several.
  expect(different).toEqual(['q identitystore:UserId', 'qbusiness identitystore:UserId']);
});

test('S89: the keys that the guides of AWS KMS and AWS STS call multivalued are so, and what stands beside them is not', () => {
  const multivalued = (key: string): boolean | undefined => findConditionKey(key)?.multivalued;
  for (const key of [
    'kms:EncryptionContextKeys',
    'kms:GrantOperations',
    'kms:ResourceAliases',
    'sts:TransitiveTagKeys',
    'sts:IdentityTokenAudience',
    'sts:RequestContextProviders',
  ]) {
    expect(multivalued(key), key).toBe(true);
  }
  for (const key of [
    'kms:EncryptionContext:aws:s3:arn',
    'kms:CallerAccount',
    'kms:RequestAlias',
    'kms:ViaService',
  ]) {
    expect(multivalued(key), key).toBe(false);
  }
});
