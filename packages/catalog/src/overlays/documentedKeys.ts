import type { ConditionKey, ConditionKeyType } from '../model/conditionKey.ts';
import { cite, citeRead } from './citation.ts';
import type { Citation, Evidence } from '../model/citation.ts';

/** A condition key that AWS's guides or its own policies use and that its reference does not list. */
export interface DocumentedKey extends ConditionKey {
  readonly source: Citation;
}

const READ = '2026-11-29';

interface Origin {
  readonly title: string;
  readonly path: string;
  readonly policy?: string;
  /** Whether the page, or the part of it that names the keys, was read. */
  readonly read?: true;
}

function keysOf(
  { policy, read, ...page }: Origin,
  names: Readonly<Record<string, ConditionKeyType>>,
): readonly DocumentedKey[] {
  const evidence: Evidence | undefined =
    policy === undefined ? undefined : { kind: 'managedPolicy', name: policy };
  const source = read === true ? citeRead(page, READ) : cite(page, evidence, READ);
  return Object.entries(names).map(([name, type]) => ({ name, type, multivalued: false, source }));
}

/** The keys; which actions have them, nothing says. */
export const documentedKeys: readonly DocumentedKey[] = [
  ...keysOf(
    {
      title: 'AWS global condition context keys',
      path: 'IAM/latest/UserGuide/reference_policies_condition-keys.html',
      policy: 'AWSSSOServiceRolePolicy',
    },
    { 'aws:PrincipalOrgMasterAccountId': 'String' },
  ),
  ...keysOf(
    {
      title: 'Authorizing direct calls to AWS services using AWS IoT Core credential provider',
      path: 'iot/latest/developerguide/authorizing-direct-aws.html',
      read: true,
    },
    {
      'credentials-iot:AwsCertificateId': 'String',
      'credentials-iot:ThingName': 'String',
      'credentials-iot:ThingTypeName': 'String',
    },
  ),
  ...keysOf(
    {
      title: 'AWS IoT Core policy variables',
      path: 'iot/latest/developerguide/iot-policy-variables.html',
    },
    {
      'iot:Certificate.${Field}': 'String',
      'iot:CertificateId': 'String',
      'iot:ClientId': 'String',
      'iot:Connection.Thing.Attributes[${AttributeName}]': 'String',
      'iot:Connection.Thing.IsAttached': 'Bool',
      'iot:Connection.Thing.ThingName': 'String',
      'iot:Connection.Thing.ThingTypeName': 'String',
    },
  ),
  ...keysOf(
    {
      title: 'AWS managed policies for Lake Formation',
      path: 'lake-formation/latest/dg/security-iam-awsmanpol.html',
      policy: 'AmazonDataZoneGlueManageAccessRolePolicy',
    },
    { 'lakeformation:GlueARN': 'ARN' },
  ),
  ...keysOf(
    {
      title: 'Security with multi-container endpoints with direct invocation',
      path: 'sagemaker/latest/dg/multi-container-security.html',
      read: true,
    },
    { 'sagemaker:TargetContainerHostname': 'String' },
  ),
  ...keysOf(
    {
      title: 'Creating a session policy for an Amazon S3 bucket',
      path: 'transfer/latest/userguide/users-policies-session.html',
    },
    {
      'transfer:HomeBucket': 'String',
      'transfer:HomeDirectory': 'String',
      'transfer:HomeFolder': 'String',
      'transfer:UserName': 'String',
    },
  ),
];
