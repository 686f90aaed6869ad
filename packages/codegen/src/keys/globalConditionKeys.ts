import type { ConditionKey } from '@policywright/catalog';

/**
 * The condition keys that a request for any action may have, by code point.
 *
 * Source: the page "AWS global condition context keys"; the catalog lists only the keys that single services
 * name. `aws:EpochTime` is here twice, as it compares as a date and as a number (rule S101).
 */
export const GLOBAL_CONDITION_KEYS: readonly ConditionKey[] = [
  { name: 'aws:CalledVia', type: 'String', multivalued: true },
  { name: 'aws:CalledViaFirst', type: 'String', multivalued: false },
  { name: 'aws:CalledViaLast', type: 'String', multivalued: false },
  { name: 'aws:CurrentTime', type: 'Date', multivalued: false },
  { name: 'aws:Ec2InstanceSourcePrivateIPv4', type: 'IPAddress', multivalued: false },
  { name: 'aws:Ec2InstanceSourceVpc', type: 'String', multivalued: false },
  { name: 'aws:EpochTime', type: 'Date', multivalued: false },
  { name: 'aws:EpochTime', type: 'Numeric', multivalued: false },
  { name: 'aws:FederatedProvider', type: 'String', multivalued: false },
  { name: 'aws:MultiFactorAuthAge', type: 'Numeric', multivalued: false },
  { name: 'aws:MultiFactorAuthPresent', type: 'Bool', multivalued: false },
  { name: 'aws:PrincipalAccount', type: 'String', multivalued: false },
  { name: 'aws:PrincipalArn', type: 'ARN', multivalued: false },
  { name: 'aws:PrincipalIsAWSService', type: 'Bool', multivalued: false },
  { name: 'aws:PrincipalOrgID', type: 'String', multivalued: false },
  { name: 'aws:PrincipalOrgPaths', type: 'String', multivalued: true },
  { name: 'aws:PrincipalServiceName', type: 'String', multivalued: false },
  { name: 'aws:PrincipalServiceNamesList', type: 'String', multivalued: true },
  { name: 'aws:PrincipalTag/${TagKey}', type: 'String', multivalued: false },
  { name: 'aws:PrincipalType', type: 'String', multivalued: false },
  { name: 'aws:RequestedRegion', type: 'String', multivalued: false },
  { name: 'aws:ResourceAccount', type: 'String', multivalued: false },
  { name: 'aws:ResourceOrgID', type: 'String', multivalued: false },
  { name: 'aws:ResourceOrgPaths', type: 'String', multivalued: true },
  { name: 'aws:SecureTransport', type: 'Bool', multivalued: false },
  { name: 'aws:SourceAccount', type: 'String', multivalued: false },
  { name: 'aws:SourceArn', type: 'ARN', multivalued: false },
  { name: 'aws:SourceIdentity', type: 'String', multivalued: false },
  { name: 'aws:SourceIp', type: 'IPAddress', multivalued: false },
  { name: 'aws:SourceOrgID', type: 'String', multivalued: false },
  { name: 'aws:SourceOrgPaths', type: 'String', multivalued: true },
  { name: 'aws:SourceVpc', type: 'String', multivalued: false },
  { name: 'aws:SourceVpce', type: 'String', multivalued: false },
  { name: 'aws:TokenIssueTime', type: 'Date', multivalued: false },
  { name: 'aws:UserAgent', type: 'String', multivalued: false },
  { name: 'aws:ViaAWSService', type: 'Bool', multivalued: false },
  { name: 'aws:VpcSourceIp', type: 'IPAddress', multivalued: false },
  { name: 'aws:VpceAccount', type: 'String', multivalued: false },
  { name: 'aws:VpceOrgID', type: 'String', multivalued: false },
  { name: 'aws:VpceOrgPaths', type: 'String', multivalued: true },
  { name: 'aws:referer', type: 'String', multivalued: false },
  { name: 'aws:userid', type: 'String', multivalued: false },
  { name: 'aws:username', type: 'String', multivalued: false },
];
