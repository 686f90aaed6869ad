import type { ConditionDocument } from '@policywright/scenario';
import { SERVICE_LINKED_ROLE } from './roleCallers.ts';

/** Conditions that a rule of a service asks about: what holds a bucket policy to someone (S195), access points (S210). */
export const SERVICE_CONDITIONS: readonly ConditionDocument[] = [
  { StringEquals: { 'aws:PrincipalAccount': '111122223333' } },
  { StringEquals: { 's3:DataAccessPointAccount': '111122223333' } },
  { ArnLike: { 's3:DataAccessPointArn': 'arn:aws:s3:us-east-1:111122223333:accesspoint/*' } },
  { StringLike: { 's3:DataAccessPointArn': 'arn:aws:s3:*:111122223333:accesspoint/ap' } },
  { StringEquals: { 's3:DataAccessPointArn': 'arn:aws:s3:us-east-1:111122223333:accesspoint/ap' } },
  { StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*' } },
  { ArnEquals: { 'aws:PrincipalArn': SERVICE_LINKED_ROLE } },
  { IpAddress: { 'aws:SourceIp': '0.0.0.0/1' } },
  { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '2001:db8::/32'] } },
  { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '2000::/31'] } },
  { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
  { StringEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' } },
  { 'ForAnyValue:StringEquals': { 'aws:PrincipalOrgPaths': 'o-1/r-1/' } },
  { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgPaths': 'o-1/r-1/' } },
  { StringEquals: { 'aws:userid': 'AIDAALICE' } },
  { StringLike: { 'aws:userid': 'AROADEPLOY:*' } },
  { StringEquals: { 'aws:SourceAccount': '${aws:PrincipalAccount}' } },
  { StringEquals: { 'kms:EncryptionContext:team': 'a' } },
];
