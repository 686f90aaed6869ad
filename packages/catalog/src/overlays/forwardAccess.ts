import { cite, citeWithPolicy, dayOf, withoutDay } from './citation.ts';
import type { Citation, Page } from './citation.ts';
import { PAGES } from './pages.ts';

/**
 * A service that calls other services with the identity of its caller (forward access sessions, which older pages
 * call principal permissions), so that `aws:CalledVia` or `aws:ViaAWSService` tells of it.
 */
export interface ForwardAccess {
  /** The prefix of the service. */
  readonly service: string;
  readonly source: Citation;
}

// One service a line: prefix, AWS managed policy that has its principal in `aws:CalledVia`, behind `@` a day of its own.
// Where the documentation
// of a service says no although such policies exist, as for AWS Lambda, the service is not listed.
const CALLED_VIA = `
account AWSManagedSettingsAdminAccess
aiops AIOpsConsoleAdminPolicy
airflow SageMakerStudioProjectRoleMachineLearningPolicy
appflow AmazonAppFlowFullAccess
application-autoscaling AmazonSageMakerCanvasFullAccess
application-transformation AWSRefactoringToolkitFullAccess
aps AmazonPrometheusFullAccess
athena SageMakerStudioProjectProvisioningRolePolicy
backup AWSBackupFullAccess
bedrock AmazonBedrockReadOnly
bedrock-agentcore BedrockAgentCoreFullAccess
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
elasticmapreduce SageMakerStudioProjectProvisioningRolePolicy
emr-containers SageMakerStudioProjectUserRolePolicy
fsx AmazonFSxFullAccess
glue AmazonRedshiftServiceLinkedRolePolicy
imagebuilder EC2InstanceProfileForImageBuilder
lakeformation SageMakerStudioProjectUserRolePolicy
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
sns AmazonSNSFullAccess
sqlworkbench AmazonRedshiftQueryEditorV2NoSharing
ssm AWSApplicationMigrationFullAccess
ssm-guiconnect AWSSystemsManagerJustInTimeAccessTokenPolicy
vpc-lattice VPCLatticeFullAccess
wafv2 AWSWAFFullAccess
`;

/** Stated by the documentation, without a managed policy that shows it. */
const STATED: readonly (readonly [service: string, page: Page, recorded?: string])[] = [
  ['dynamodb', PAGES.globalKeys],
  ['ecs', PAGES.ecs],
  ['kms', PAGES.globalKeys],
  ['s3', PAGES.forwardAccess],
];

let rows: readonly ForwardAccess[] | undefined;

/** Lists the services that forward the identity of their caller; of a service that is missing nothing is known. */
export function forwardAccess(): readonly ForwardAccess[] {
  rows ??= [
    ...STATED.map(([service, page, recorded]) => ({ service, source: cite(page, undefined, recorded) })),
    ...CALLED_VIA.trim().split('\n').map(readForwardAccess),
  ].sort((a, b) => (a.service < b.service ? -1 : 1));
  return rows;
}

/** Reads a line of the table above. */
export function readForwardAccess(line: string): ForwardAccess {
  const [service = '', policy] = withoutDay(line).split(' ');
  return { service, source: citeWithPolicy(PAGES.globalKeys, policy, dayOf(line)) };
}
