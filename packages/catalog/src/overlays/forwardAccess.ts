import { cite, citeWithPolicy } from './citation.ts';
import type { Citation } from './citation.ts';
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

// One service a line: prefix, AWS managed policy that has its principal in `aws:CalledVia`. Where the documentation
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

/** Services that forward the identity of their caller; of a service that is not listed nothing is known. */
export const forwardAccess: readonly ForwardAccess[] = [
  // Stated by the documentation, without a managed policy that shows it.
  { service: 'dynamodb', source: cite(PAGES.globalKeys) },
  {
    service: 'ecs',
    source: cite({
      title: 'How Amazon Elastic Container Service works with IAM',
      path: 'AmazonECS/latest/developerguide/security_iam_service-with-iam.html',
    }),
  },
  { service: 'kms', source: cite(PAGES.globalKeys) },
  { service: 's3', source: cite(PAGES.forwardAccess) },
  ...CALLED_VIA.trim()
    .split('\n')
    .map((line): ForwardAccess => {
      const [service = '', policy] = line.split(' ');
      return { service, source: citeWithPolicy(PAGES.globalKeys, policy) };
    }),
].sort((a, b) => (a.service < b.service ? -1 : 1));
