import { citeRead, citeWithPolicy, dayOf, withoutDay } from './citation.ts';
import type { Citation } from '../model/citation.ts';
import { PAGES } from './pages.ts';

/** A condition key that tells of a forward access session; that of AWS KMS is there in such sessions only. */
export type ForwardAccessKey = 'aws:CalledVia' | 'kms:ViaService';

/**
 * A service that calls other services with the identity of its caller (forward access sessions, which older pages
 * call principal permissions), so that `aws:ViaAWSService` tells of it.
 */
export interface ForwardAccess {
  /** The prefix of the service. */
  readonly service: string;
  /** The keys with which a page or an AWS managed policy names the service; empty where a page says it in words. */
  readonly keys: readonly ForwardAccessKey[];
  readonly source: Citation;
}

// One service a line: prefix, AWS managed policy that names it in `aws:CalledVia` or one of the keys that begin so, the
// service principal before `.amazonaws.com` where that is not the prefix, behind `@` a day of its own.
const CALLED_VIA = `
account AWSManagedSettingsAdminAccess
aiops AIOpsConsoleAdminPolicy
airflow SageMakerStudioProjectRoleMachineLearningPolicy
appflow AmazonAppFlowFullAccess
application-autoscaling AmazonSageMakerCanvasFullAccess
application-signals CloudWatchApplicationSignalsFullAccess application-signals.cloudwatch
application-transformation AWSRefactoringToolkitFullAccess
aps AmazonPrometheusFullAccess
athena SageMakerStudioProjectProvisioningRolePolicy
aws-external-anthropic AnthropicFullAccess
backup AWSBackupFullAccess
bedrock AmazonBedrockReadOnly
bedrock-agentcore BedrockAgentCoreFullAccess
bedrock-mantle AmazonBedrockMantleFullAccess
cleanrooms AWSCleanRoomsFullAccess
cleanrooms-ml AWSCleanRoomsMLFullAccess
cloud9 AWSCloud9User
cloudformation AdministratorAccess-Amplify
cloudfront CloudFrontFullAccess
codeguru-security AmazonInspector2ServiceRolePolicy
controltower AWSTransformLandingZoneAgentPolicy
databrew AwsGlueDataBrewFullAccessPolicy
dataexchange AWSDataExchangeFullAccess
datazone SageMakerStudioAdminIAMConsolePolicy
docdb-elastic AmazonDocDBElasticFullAccess
drs AWSElasticDisasterRecoveryConsoleFullAccess
ec2 EC2FastLaunchFullAccess ec2fastlaunch
elasticmapreduce SageMakerStudioProjectProvisioningRolePolicy
emr-containers SageMakerStudioProjectUserRolePolicy
emr-serverless SageMakerStudioProjectProvisioningRolePolicy ops.emr-serverless
fsx AmazonFSxFullAccess
glue AmazonRedshiftServiceLinkedRolePolicy
imagebuilder EC2InstanceProfileForImageBuilder
lakeformation SageMakerStudioProjectUserRolePolicy
lambda SageMakerStudioProjectProvisioningRolePolicy
launchwizard AmazonLaunchWizard_Fullaccess
logs CloudWatchOpenSearchDashboardAccess
mgn AWSApplicationMigrationEC2Access
mpa MultiPartyApprovalFullAccess
nimble AmazonNimbleStudio-StudioUser
observabilityadmin CloudWatchFullAccessV2
odb AmazonODBFullAccess
omics AmazonOmicsFullAccess
ram AmazonFSxFullAccess
redshift-data SageMakerStudioProjectUserRolePolicy
redshift-serverless SageMakerStudioProjectProvisioningRolePolicy
resource-groups AWSNetworkFirewallServiceRolePolicy
robomaker AWSRoboMaker_FullAccess
sagemaker SageMakerStudioProjectRoleMachineLearningPolicy
securitylake AmazonSecurityLakeAdministrator
servicecatalog AWSServiceCatalogAppRegistryFullAccess servicecatalog-appregistry
sns AmazonSNSFullAccess
sqlworkbench AmazonRedshiftQueryEditorV2NoSharing
ssm AWSApplicationMigrationFullAccess
ssm-guiconnect AWSSystemsManagerJustInTimeAccessTokenPolicy
vpc-lattice VPCLatticeFullAccess
wafv2 AWSWAFFullAccess
`;

// The same for `kms:ViaService`, of services that the page below does not list.
const VIA_SERVICE = `
agent-registry AgentRegistryFullAccess
airflow-serverless SageMakerStudioAdminIAMDefaultExecutionPolicy
bedrock-agentcore BedrockAgentCoreFullAccess
cloudwatch CloudWatchAPIKeyAccess
codecommit SageMakerStudioProjectProvisioningRolePolicy
datazone SageMakerStudioAdminIAMConsolePolicy
dsql AWSBackupServiceRolePolicyForBackup
emr-serverless SageMakerStudioProjectUserRolePermissionsBoundary
identitystore AWSIdentityCenterExternalManagementPolicy
logs CloudWatchLogsAPIKeyAccess
neptune-graph SageMakerStudioBedrockKnowledgeBaseServiceRolePolicy
s3vectors SageMakerStudioBedrockKnowledgeBaseServiceRolePolicy
scheduler SageMakerStudioProjectUserRolePolicy
ssm-guiconnect AWSSystemsManagerJustInTimeAccessTokenPolicy
sso AWSSSOMasterAccountAdministrator
`;

/** The day on which stored copies of the pages were read. */
const READ = '2026-11-30';

// The services that "AWS KMS condition keys" lists for `kms:ViaService`. It has other names for Chime, Directory
// Service, GuardDuty, Macie and Snowball; DeepRacer and the Replicated Data Store have no prefix here.
const VIA_SERVICE_READ = `
  aiops airflow aoss appfabric appflow apprunner apptest athena auditmanager backup backup-gateway bedrock
  cassandra chime cleanrooms-ml codeartifact codeguru-reviewer comprehend connect dax dms docdb-elastic ds
  dynamodb ec2 ecr elasticache elasticfilesystem entityresolution es events finspace firehose forecast fsx geo
  glue groundstation guardduty healthlake iotsitewise kafka kendra kinesis kinesisvideo lambda lex license-manager
  lookoutequipment lookoutmetrics lookoutvision m2 macie2 managedblockchain mediatailor memorydb mgn monitron mq
  nimble omics profile proton qldb rds redshift redshift-serverless rekognition s3 s3tables sagemaker
  secretsmanager securitylake ses snowball sns sqlworkbench sqs ssm ssm-contacts ssm-incidents states
  storagegateway thinclient timestream translate verified-access wisdom workmail workspaces workspaces-web xray`;

/** What the pages on these sessions and their keys say in words, and the page of Amazon ECS. */
function stated(): readonly ForwardAccess[] {
  const globalKeys = citeRead(PAGES.globalKeys, READ);
  return [
    { service: 'cloudformation', keys: ['aws:CalledVia'], source: globalKeys },
    { service: 'dynamodb', keys: ['aws:CalledVia'], source: globalKeys },
    { service: 'ecs', keys: [], source: citeRead(PAGES.ecs, '2026-11-29') },
    { service: 's3', keys: [], source: citeRead(PAGES.forwardAccess, READ) },
  ];
}

function listedForKms(): readonly ForwardAccess[] {
  const source = citeRead(PAGES.kmsKeys, READ);
  return VIA_SERVICE_READ.trim()
    .split(/\s+/)
    .map((service) => ({ service, keys: ['kms:ViaService'], source }));
}

let rows: readonly ForwardAccess[] | undefined;

/** Lists the services that forward the identity of their caller; of a service that is missing nothing is known. */
export function forwardAccess(): readonly ForwardAccess[] {
  return (rows ??= merge([
    ...stated(),
    ...listedForKms(),
    ...CALLED_VIA.trim()
      .split('\n')
      .map((line) => readForwardAccess(line)),
    ...VIA_SERVICE.trim()
      .split('\n')
      .map((line) => readForwardAccess(line, 'kms:ViaService')),
  ]));
}

/** One fact a service, with the keys of all and the source of the first. */
function merge(facts: readonly ForwardAccess[]): readonly ForwardAccess[] {
  const merged = new Map<string, ForwardAccess>();
  for (const fact of facts) {
    const { keys = [], source = fact.source } = merged.get(fact.service) ?? {};
    merged.set(fact.service, { ...fact, keys: [...new Set([...keys, ...fact.keys])].sort(), source });
  }
  return [...merged.values()].sort((a, b) => (a.service < b.service ? -1 : 1));
}

/** Reads a line of the tables above. */
export function readForwardAccess(line: string, key: ForwardAccessKey = 'aws:CalledVia'): ForwardAccess {
  const [service = '', policy] = withoutDay(line).split(' ');
  const page = key === 'aws:CalledVia' ? PAGES.globalKeys : PAGES.kmsKeys;
  return { service, keys: [key], source: citeWithPolicy(page, policy, dayOf(line)) };
}
