import type { ActionName } from '../model/action.ts';
import { cite, dayOf, withoutDay } from './citation.ts';
import type { Citation } from '../model/citation.ts';
import { PAGES } from './pages.ts';

/** Whether resources of a service can have policies of their own (rule S194). */
export interface ResourcePolicySupport {
  /** The prefix of the service. */
  readonly service: string;
  /** `partial` where only some of its resource types can that AWS names apart. */
  readonly support: 'yes' | 'partial';
  /** The operation that sets such a policy, where there is one of its own. */
  readonly operation: ActionName | undefined;
  readonly source: Citation;
}

// One service a line: prefix, y yes or p partial, the operation that sets a policy (`-` where policies are
// parameters of other operations), behind `@` a day of its own. Operations that only AWS RAM calls, to share
// resources, do not count.
const TABLE = `
acm-pca y PutPolicy
aiops y PutInvestigationGroupPolicy
apigateway y UpdateRestApiPolicy
aps y PutResourcePolicy
backup y PutBackupVaultAccessPolicy
bedrock-agentcore y PutResourcePolicy
cleanrooms-ml y PutConfiguredAudienceModelPolicy
cloudhsm y PutResourcePolicy
cloudtrail p PutResourcePolicy
codeartifact y PutDomainPermissionsPolicy
codebuild p PutResourcePolicy
codeguru-profiler y PutPermission
comprehend y PutResourcePolicy
dsql y PutClusterPolicy
dynamodb y PutResourcePolicy
ecr y SetRepositoryPolicy
ecr-public y SetRepositoryPolicy
elasticfilesystem y PutFileSystemPolicy
entityresolution y PutPolicy
es y -
events y PutPermission
execute-api y -
glacier y SetVaultAccessPolicy
glue y PutResourcePolicy
iam p UpdateAssumeRolePolicy
imagebuilder y PutImagePolicy
kafka y PutClusterPolicy
kinesis y PutResourcePolicy
kms y PutKeyPolicy
lambda y AddPermission
lex y CreateResourcePolicy
logs y PutResourcePolicy
lookoutequipment y PutResourcePolicy
mediapackagev2 y PutChannelPolicy
mediastore y PutContainerPolicy
mediatailor y PutChannelPolicy
network-firewall y PutResourcePolicy
networkmanager y PutResourcePolicy
organizations y PutResourcePolicy
osis y PutResourcePolicy
redshift y PutResourcePolicy
redshift-serverless y PutResourcePolicy
refactor-spaces y PutResourcePolicy
rum y PutResourcePolicy
s3 y PutBucketPolicy
s3-outposts y PutBucketPolicy
s3express y PutBucketPolicy
s3tables y PutTableBucketPolicy
s3vectors y PutVectorBucketPolicy
sagemaker y PutModelPackageGroupPolicy
schemas y PutResourcePolicy
secretsmanager y PutResourcePolicy
ses y PutIdentityPolicy
signer y AddProfilePermission
sms-voice y PutResourcePolicy
sns y AddPermission
sqs y AddPermission
ssm y PutResourcePolicy
ssm-incidents y PutResourcePolicy
vpc-lattice y PutAuthPolicy
waf y PutPermissionPolicy
waf-regional y PutPermissionPolicy
wafv2 y PutPermissionPolicy
xray y PutResourcePolicy
`;

let rows: readonly ResourcePolicySupport[] | undefined;

/** Lists the services whose resources can have policies, by service, with the operation that sets them. */
export function resourcePolicies(): readonly ResourcePolicySupport[] {
  rows ??= TABLE.trim().split('\n').map(readResourcePolicy);
  return rows;
}

/** Reads a line of the table above. */
export function readResourcePolicy(line: string): ResourcePolicySupport {
  const [service = '', letter, name = '-'] = withoutDay(line).split(' ');
  const operation: ActionName | undefined = name === '-' ? undefined : `${service}:${name}`;
  return {
    service,
    support: letter === 'p' ? 'partial' : 'yes',
    operation,
    source: cite(PAGES.reference, operation && { kind: 'operation', name: operation }, dayOf(line)),
  };
}
