import { citeWithPolicy } from './citation.ts';
import type { Citation } from '../model/citation.ts';
import { PAGES } from './pages.ts';

/** An AWS managed policy that shows that a service has service-linked roles, of which no name is known (rule S177). */
export interface LinkedRolePolicy {
  /** The prefix of the service. */
  readonly service: string;
  /** The name of the policy. */
  readonly policyName: string;
  readonly source: Citation;
}

const RECORDED = '2026-11-30';

// Only service-linked roles can have the policies whose ARN has `/aws-service-role/`. One service a line of which
// `serviceLinkedRoles` has no role, and such a policy that has its name.
const TABLE = `
a4b AlexaForBusinessNetworkProfileServicePolicy
account-access AccountAccessManagerServiceRolePolicy
aidevops AWSServiceRoleForAIDevOpsPolicy
appconfig AWSAppConfigServiceRolePolicy
appmesh-preview AWSAppMeshPreviewServiceRolePolicy
appstudio AppStudioServiceRolePolicy
arc-zonal-shift AWSZonalAutoshiftPracticeRunSLRPolicy
autoscaling-plans AWSAutoScalingPlansEC2AutoScalingPolicy
bcm-data-exports AWSBCMDataExportsServiceRolePolicy
billing AWSBillingServiceRolePolicy
budgets BudgetsServiceRolePolicy
cleanrooms AWSCleanRoomsServiceRolePolicy
cloud9 AWSCloud9ServiceRolePolicy
codeguru-profiler AWSServiceRoleForCodeGuru-Profiler
codestar-notifications AWSCodeStarNotificationsServiceRolePolicy
codewhisperer AWSServiceRoleForCodeWhispererPolicy
dataexchange AWSDataExchangeServiceRolePolicyForLicenseManagement
devicefarm AWSDeviceFarmServiceRolePolicy
drs AWSElasticDisasterRecoveryServiceRolePolicy
ds AWSDirectoryServiceServiceRolePolicy
dsql AuroraDsqlServiceLinkedRolePolicy
ec2-instance-connect Ec2InstanceConnectEndpoint
evidently AmazonCloudWatchEvidentlyServiceRolePolicy
evs AmazonEVSServiceRolePolicy
finspace AWSFinSpaceServiceRolePolicy
fis AmazonFISServiceRolePolicy
groundstation AWSServiceRoleForGroundStationDataflowEndpointGroupPolicy
honeycode AmazonHoneycodeServiceRolePolicy
iotfleetwise AWSIoTFleetwiseServiceRolePolicy
iottwinmaker AWSIoTTwinMakerServiceRolePolicy
iq AWSIQContractServiceRolePolicy
iq-permission AWSIQPermissionServiceRolePolicy
ivs IVSRecordToS3
license-manager-linux-subscriptions AWSLicenseManagerLinuxSubscriptionsServiceRolePolicy
license-manager-user-subscriptions AWSLicenseManagerUserSubscriptionsServiceRolePolicy
m2 AWSM2ServicePolicy
managedblockchain AmazonManagedBlockchainServiceRolePolicy
mediaconnect AWSMediaConnectServicePolicy
medialive AWSMediaLiveAnywhereServiceRolePolicy
mediapackage MediaPackageServiceRolePolicy
mediatailor AWSMediaTailorServiceRolePolicy
medical-imaging AWSHealthImagingServiceRolePolicy
mgh MigrationHubServiceRolePolicy
mgn AWSApplicationMigrationServiceRolePolicy
migrationhub-strategy AWSMigrationHubStrategyServiceRolePolicy
monitron MonitronServiceRolePolicy
network-security-director NetworkSecurityDirectorServiceLinkedRolePolicy
network-security-manager NetworkSecurityManagerServiceRolePolicy
networkflowmonitor CloudWatchNetworkFlowMonitorServiceRolePolicy
networkmonitor CloudWatchNetworkMonitorServiceRolePolicy
notifications AWSUserNotificationsServiceLinkedRolePolicy
nova-act NovaActServiceRolePolicy
observabilityadmin AWSObservabilityAdminServiceRolePolicy
odb AmazonODBServiceRolePolicy
omics AWSHealthOmicsServiceLinkedRolePolicy
outposts AWSOutpostsServiceRolePolicy
panorama AWSPanoramaServiceLinkedRolePolicy
pcs AWSPCSServiceRolePolicy
private-networks AWSPrivateNetworksServiceRolePolicy
qapps QAppsServiceRolePolicy
qbusiness QBusinessServiceRolePolicy
qdeveloper AWSServiceRoleForAmazonQDeveloper
refactor-spaces AWSMigrationHubRefactorSpacesServiceRolePolicy
repostspace AWSrePostPrivateCloudWatchAccess
resiliencehub AWSResilienceHubServiceRolePolicy
resource-groups ResourceGroupsServiceRolePolicy
robomaker AWSRoboMakerServicePolicy
rolesanywhere AWSRolesAnywhereServicePolicy
route53-recovery-readiness Route53RecoveryReadinessServiceRolePolicy
rtbfabric RTBFabricServiceRolePolicy
s3-outposts AWSS3OnOutpostsServiceRolePolicy
securityagent AWSSecurityAgentServiceRolePolicy
ses AmazonSESServiceRolePolicy
sms AWSServiceRoleForSMS
sms-voice SMSVoiceServiceRolePolicy
social-messaging AWSSocialMessagingServiceRolePolicy
storagegateway AWSStorageGatewayServiceRolePolicy
transform AWSServiceRoleForAWSTransform
user-subscriptions AWSServiceRoleForUserSubscriptions
wellarchitected AWSWellArchitectedDiscoveryServiceRolePolicy
workspaces-instances AWSServiceRolePolicyForWorkspacesInstances
workspaces-web AmazonWorkSpacesWebServiceRolePolicy
`;

let policies: readonly LinkedRolePolicy[] | undefined;

/** Lists policies of service-linked roles that are not known by name, one a service, sorted by service. */
export function linkedRolePolicies(): readonly LinkedRolePolicy[] {
  return (policies ??= TABLE.trim().split('\n').map(readLinkedRolePolicy));
}

function readLinkedRolePolicy(line: string): LinkedRolePolicy {
  const [service = '', policyName = ''] = line.split(' ');
  return { service, policyName, source: citeWithPolicy(PAGES.linkedRoles, policyName, RECORDED) };
}
