import { describe, expect, test } from 'vitest';
import { lintText } from '../fullLinter.ts';

/** What is said about a value of a key, if anything is. */
function said(key: string, value: string): string | undefined {
  const Statement = [
    { Effect: 'Deny', Action: '*', Resource: '*', Condition: { StringEquals: { [key]: value } } },
  ];
  const { findings } = lintText(JSON.stringify({ Version: '2012-10-17', Statement }), {
    rules: { 'impossible-condition-value': 'error' },
  });
  return findings.find(({ code }) => code === 'impossible-condition-value')?.message;
}

const [ACCOUNT, ORGANIZATION] = ['111122223333', 'o-a1b2c3d4e5'];
const PATH = `${ORGANIZATION}/r-ab12/`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/ops`;
const SUBJECT = 'token.actions.githubusercontent.com:sub';

const ACLS =
  'private public-read public-read-write authenticated-read aws-exec-read bucket-owner-read bucket-owner-full-control log-delivery-write';
const CLAIMS =
  'actor base_ref check_run context enterprise environment event_name head_ref job_workflow_ref ref repo repository_id run_id workflow';

describe('a value that requests can have is let be', () => {
  test.each<readonly [string, string]>([
    ['aws:PrincipalAccount', ACCOUNT],
    ['aws:PrincipalAccount', 'anonymous'],
    ['aws:ResourceAccount', ACCOUNT],
    ['aws:SourceAccount', ACCOUNT],
    ['aws:VpceAccount', ACCOUNT],
    ['kms:CallerAccount', ACCOUNT],
    ['aws:PrincipalOrgID', ORGANIZATION],
    ['aws:ResourceOrgID', ORGANIZATION],
    ['aws:SourceOrgID', ORGANIZATION],
    ['aws:VpceOrgID', ORGANIZATION],
    ['aws:PrincipalOrgPaths', PATH],
    ['aws:ResourceOrgPaths', PATH],
    ['aws:SourceOrgPaths', PATH],
    ['aws:VpceOrgPaths', PATH],
    ['aws:PrincipalArn', ROLE],
    ['aws:PrincipalArn', `arn:aws:iam::${ACCOUNT}:user/ada`],
    ['aws:PrincipalArn', `arn:aws:iam::${ACCOUNT}:root`],
    ['aws:PrincipalArn', `arn:aws:sts::${ACCOUNT}:federated-user/ada`],
    ...'Account User FederatedUser AssumedRole Anonymous'
      .split(' ')
      .map((type) => ['aws:PrincipalType', type] as const),
    ['ec2:MetadataHttpTokens', 'required'],
    ['ec2:MetadataHttpTokens', 'optional'],
    ['ec2:Subnet', `arn:aws:ec2:eu-west-1:${ACCOUNT}:subnet/subnet-1`],
    ['ec2:Vpc', `arn:aws:ec2:eu-west-1:${ACCOUNT}:vpc/vpc-1`],
    ['iam:PermissionsBoundary', 'arn:aws:iam::aws:policy/ReadOnlyAccess'],
    ['iam:PolicyARN', `arn:aws:iam::${ACCOUNT}:policy/p`],
    ['lambda:FunctionUrlAuthType', 'AWS_IAM'],
    ['lambda:FunctionUrlAuthType', 'NONE'],
    ...ACLS.split(' ').map((acl) => ['s3:x-amz-acl', acl] as const),
    ...['AES256', 'aws:kms', 'aws:kms:dsse', 'aws:fsx'].map(
      (name) => ['s3:x-amz-server-side-encryption', name] as const,
    ),
    ...CLAIMS.split(' ').map((claim) => [SUBJECT, `${claim}:x`] as const),
    ['oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:sub', 'system:serviceaccount:shop:web'],
    ['aws:SourceVpc', 'anything'],
  ])('%s: %s', (key, value) => {
    expect(said(key, value)).toBeUndefined();
  });

  test('as one that they cannot have is not', () => {
    expect(said('aws:PrincipalAccount', '1111')).toContain('numbers of accounts');
    expect(said('s3:x-amz-acl', 'public')).toContain('`public-read`');
    expect(said(SUBJECT, 'acme/site:x')).toContain('claims');
  });
});
