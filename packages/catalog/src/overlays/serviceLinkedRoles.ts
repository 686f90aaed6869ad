import { citeRead, citeSource, citeWithPolicy, dayOf, withoutDay } from './citation.ts';
import type { Citation } from '../model/citation.ts';
import type { ServiceLinkedRole } from '../model/serviceLinkedRole.ts';
import { PAGES } from './pages.ts';

// One role a line: prefix of the service, name after `AWSServiceRoleFor`, service principal before `.amazonaws.com`,
// what shows it: an AWS managed policy that names the role or its principal, a page on docs.aws.amazon.com or of AWS's
// documentation sources that was read (`-` where none does), behind `@` a day of its own.
const TABLE = `
access-analyzer AccessAnalyzer access-analyzer AWSSecurityHubV2ServiceRolePolicy
acm CertificateManager acm AWSCertificateManagerFullAccess
aco-automation ComputeOptimizerAutomation aco-automation AWSManagedSettingsAdminAccess
agent-registry AgentRegistry agent-registry AgentRegistryFullAccess
airflow AmazonMWAA airflow SageMakerStudioProjectProvisioningRolePolicy
airflow-serverless AmazonMWAAServerless airflow-serverless SageMakerStudioUserIAMDefaultExecutionPolicy
aoss AmazonOpenSearchServerless observability.aoss CloudWatchOpenSearchDashboardsFullAccess
apigateway APIGateway ops.apigateway amazon-api-gateway-developer-guide/doc_source/using-service-linked-roles.md @2026-11-29
app-integrations AppIntegrations app-integrations amazon-connect-admin-guide/doc_source/appintegrations-slr.md @2026-11-29
appfabric AppFabric appfabric AWSAppFabricFullAccess
application-autoscaling ApplicationAutoScaling_AppStreamFleet appstream.application-autoscaling AmazonAppStreamFullAccess
application-autoscaling ApplicationAutoScaling_CassandraTable cassandra.application-autoscaling AmazonMCSFullAccess
application-autoscaling ApplicationAutoScaling_ComprehendEndpoint comprehend.application-autoscaling application-auto-scaling-user-guide/doc_source/application-auto-scaling-service-linked-roles.md @2026-11-29
application-autoscaling ApplicationAutoScaling_CustomResource custom-resource.application-autoscaling application-auto-scaling-user-guide/doc_source/application-auto-scaling-service-linked-roles.md @2026-11-29
application-autoscaling ApplicationAutoScaling_DynamoDBTable dynamodb.application-autoscaling AWSThinkboxDeadlineResourceTrackerAdminPolicy
application-autoscaling ApplicationAutoScaling_EC2SpotFleetRequest ec2.application-autoscaling AmazonEC2SpotFleetAutoscaleRole
application-autoscaling ApplicationAutoScaling_ECSService ecs.application-autoscaling AmazonECS_FullAccess
application-autoscaling ApplicationAutoScaling_ElastiCacheRG elasticache.application-autoscaling amazon-elasticache-docs/doc_source/redis/AutoScaling-with-Cloudformation-Shards.md @2026-11-29
application-autoscaling ApplicationAutoScaling_KafkaCluster kafka.application-autoscaling application-auto-scaling-user-guide/doc_source/application-auto-scaling-service-linked-roles.md @2026-11-29
application-autoscaling ApplicationAutoScaling_LambdaConcurrency lambda.application-autoscaling application-auto-scaling-user-guide/doc_source/application-auto-scaling-service-linked-roles.md @2026-11-29
application-autoscaling ApplicationAutoScaling_NeptuneCluster neptune.application-autoscaling application-auto-scaling-user-guide/doc_source/application-auto-scaling-service-linked-roles.md @2026-11-29
application-autoscaling ApplicationAutoScaling_RDSCluster rds.application-autoscaling AmazonRDSFullAccess
application-autoscaling ApplicationAutoScaling_SageMakerEndpoint sagemaker.application-autoscaling AmazonSageMakerFullAccess
application-signals CloudWatchApplicationSignals application-signals.cloudwatch CloudWatchFullAccessV2
applicationinsights ApplicationInsights application-insights AWSServiceRoleForSMS
appmesh AppMesh appmesh AWSAppMeshFullAccess
apprunner AppRunner apprunner AWSAppRunnerFullAccess
apprunner AppRunnerNetworking networking.apprunner aws-app-runner-developer-guide/doc_source/using-service-linked-roles-networking.md @2026-11-30
appsync AppSync appsync AWSAppSyncAdministrator
aps AmazonPrometheusScraper scraper.aps AmazonPrometheusFullAccess
artifact Artifact artifact AWSArtifactAgreementsFullAccess
athena AmazonAthena ops.athena SageMakerStudioProjectProvisioningRolePolicy
auditmanager AuditManager auditmanager AWSAuditManagerAdministratorAccess
autoscaling AutoScaling autoscaling AdministratorAccess-AWSElasticBeanstalk
aws-marketplace MarketplaceLicenseManagement license-management.marketplace AWSLicenseManagerServiceRolePolicy
aws-marketplace PrivateMarketplaceAdmin private-marketplace.marketplace AWSPrivateMarketplaceAdminFullAccess
backup Backup backup AmazonElasticFileSystemServiceRolePolicy
batch Batch batch AWSBatchFullAccess
bedrock-agentcore BedrockAgentCoreGatewayNetwork bedrock-agentcore BedrockAgentCoreFullAccess
bedrock-agentcore BedrockAgentCoreNetwork network.bedrock-agentcore BedrockAgentCoreFullAccess
bedrock-agentcore BedrockAgentCoreRuntimeIdentity runtime-identity.bedrock-agentcore BedrockAgentCoreFullAccess
bedrock-agentcore BedrockAgentCoreRuntimeInstances runtime-instances.bedrock-agentcore BedrockAgentCoreFullAccess
braket AmazonBraket braket AmazonBraketFullAccess
bugbust BugBust bugbust AWSBugBustFullAccess
cassandra AmazonKeyspacesCDC cassandra-streams AmazonKeyspacesFullAccess
cassandra KeyspacesReplication replication.cassandra AmazonKeyspacesFullAccess
chatbot AWSChatbot management.chatbot -
chime AmazonChime chime AmazonChimeServiceRolePolicy
cloudformation CloudFormationStackSetsOrgAdmin stacksets.cloudformation -
cloudformation CloudFormationStackSetsOrgMember member.org.stacksets.cloudformation -
cloudfront CloudFrontLogger logger.cloudfront amazon-cloudfront-developer-guide/doc_source/lambda-edge-permissions.md @2026-11-29
cloudhsm CloudHSM cloudhsm aws-cloudhsm-user-guide/doc_source/troubleshooting-create-cluster.md @2026-11-29
cloudtrail CloudTrail cloudtrail AWSControlTowerServiceRolePolicy
cloudwatch CloudWatchEvents events CloudWatchFullAccess
codeguru-reviewer AmazonCodeGuruReviewer codeguru-reviewer AWSCodeCommitPowerUser
cognito-idp AmazonCognitoIdp cognito-idp AmazonCognitoPowerUser
cognito-idp AmazonCognitoIdpEmailService email.cognito-idp AmazonCognitoPowerUser
compute-optimizer ComputeOptimizer compute-optimizer AWSManagedSettingsAdminAccess
config Config config AWSSecurityHubServiceRolePolicy
config ConfigConforms config-conforms AWSConfigMultiAccountSetupPolicy
config ConfigRemediation remediation.config ConfigConformsServiceRolePolicy
config ConfigThirdParty thirdparty.config AmazonInspector2FullAccess_v2
connect AmazonConnect connect AmazonConnect_FullAccess
connect-campaigns ConnectCampaigns connect-campaigns amazon-connect-admin-guide/doc_source/connect-slr-outbound.md @2026-11-29
controltower AWSControlTower controltower -
cost-optimization-hub CostOptimizationHub cost-optimization-hub.bcm AWSManagedSettingsAdminAccess
datasync DataSync datasync AWSDataSyncFullAccess
dax DAX dax AmazonDynamoDBFullAccess
detective Detective detective AmazonDetectiveOrganizationsAccess
devops-guru DevOpsGuru devops-guru AmazonDevOpsGuruFullAccess
directconnect DirectConnect directconnect -
discovery ApplicationDiscoveryServiceContinuousExport continuousexport.discovery AWSMigrationHubFullAccess
dms DMSServerless dms DBModDiscoveryAndAssessment
docdb-elastic DocDB-Elastic docdb-elastic AmazonDocDBConsoleFullAccess
dynamodb DynamoDBCloudWatchContributorInsights contributorinsights.dynamodb amazon-dynamodb-developer-guide/doc_source/Contributor_Insights_IAM.md @2026-11-29
dynamodb DynamoDBKinesisDataStreamsReplication kinesisreplication.dynamodb amazon-dynamodb-developer-guide/doc_source/kds_iam.md @2026-11-29
dynamodb DynamoDBReplication replication.dynamodb AmazonDynamoDBFullAccess
ec2 EC2FastLaunch ec2fastlaunch EC2FastLaunchFullAccess
ec2 EC2Fleet ec2fleet AWSThinkboxAWSPortalAdminPolicy
ec2 EC2Spot spot AmazonEKSComputePolicy
ec2 EC2SpotFleet spotfleet AWSBatchServiceRole
ec2 VPCTransitGateway transitgateway AWSTransformNetworkMigrationAgentPolicy
ecr ECRPullThroughCache pullthroughcache.ecr amazon-ecr-user-guide/doc_source/slr-pullthroughcache.md @2026-11-29
ecr ECRReplication replication.ecr AmazonEC2ContainerRegistryFullAccess
ecs ECS ecs AWSRefactoringToolkitFullAccess
eks AmazonEKS eks AmazonEKSServicePolicy
eks AmazonEKSConnector eks-connector amazon-eks-user-guide/latest/ug/security/iam-reference/security-iam.adoc @2026-11-29
eks AmazonEKSDashboard dashboard.eks eks/latest/userguide/using-service-linked-roles-eks-dashboard.html @2026-11-30
eks AmazonEKSForFargate eks-fargate amazon-eks-user-guide/latest/ug/security/iam-reference/security-iam.adoc @2026-11-29
eks AmazonEKSLocalOutpost outposts.eks-local amazon-eks-user-guide/latest/ug/security/iam-reference/security-iam.adoc @2026-11-29
eks AmazonEKSNodegroup eks-nodegroup amazon-eks-user-guide/latest/ug/observability/understanding-service-name-entries.adoc @2026-11-29
elasticache ElastiCache elasticache AmazonElastiCacheFullAccess
elasticbeanstalk ElasticBeanstalk elasticbeanstalk AWSElasticBeanstalkRoleCore
elasticbeanstalk ElasticBeanstalkMaintenance maintenance.elasticbeanstalk AdministratorAccess-AWSElasticBeanstalk
elasticbeanstalk ElasticBeanstalkManagedUpdates managedupdates.elasticbeanstalk AdministratorAccess-AWSElasticBeanstalk
elasticfilesystem AmazonElasticFileSystem elasticfilesystem AmazonElasticFileSystemFullAccess
elasticloadbalancing ElasticLoadBalancing elasticloadbalancing AmazonEKSLoadBalancingPolicy
elasticmapreduce EMRCleanup elasticmapreduce SageMakerStudioProjectProvisioningRolePolicy
emr-containers AmazonEMRContainers emr-containers SageMakerStudioProjectProvisioningRolePolicy
emr-serverless AmazonEMRServerless ops.emr-serverless SageMakerStudioProjectProvisioningRolePolicy
es AmazonElasticsearchService es -
es AmazonOpenSearchService opensearchservice CloudWatchOpenSearchDashboardsFullAccess
events AmazonEventBridgeApiDestinations apidestinations.events CloudWatchEventsFullAccess
fms FMS fms FMSServiceRolePolicy
fsx AmazonFSx fsx AmazonFSxFullAccess
fsx FSxS3Access_ s3.data-source.lustre.fsx FSxDeleteServiceLinkedRoleAccess
globalaccelerator GlobalAccelerator globalaccelerator GlobalAcceleratorFullAccess
grafana AmazonGrafana grafana -
guardduty AmazonGuardDuty guardduty AmazonGuardDutyFullAccess
health Health_Organizations health AWSHealthFullAccess
imagebuilder ImageBuilder imagebuilder AWSImageBuilderFullAccess
inspector AmazonInspector inspector AmazonInspectorFullAccess
inspector2 AmazonInspector2 inspector2 AmazonInspector2FullAccess
internetmonitor InternetMonitor internetmonitor CloudWatchInternetMonitorFullAccess
iotmanagedintegrations IoTManagedIntegrations iotmanagedintegrations AWSIoTManagedIntegrationsFullAccess
iotsitewise IoTSiteWise iotsitewise AWSIoTSiteWiseConsoleFullAccess
kafka Kafka kafka AmazonMSKFullAccess
kafkaconnect KafkaConnect kafkaconnect amazon-msk-developer-guide/doc_source/mkc-iam-policy-examples.md @2026-11-29
kms KeyManagementServiceCustomKeyStores cks.kms -
kms KeyManagementServiceMultiRegionKeys mrk.kms -
lakeformation LakeFormationDataAccess lakeformation AmazonSecurityLakeAdministrator
lambda Lambda lambda lambda/latest/dg/using-service-linked-roles.html @2026-11-30
lambda LambdaReplicator replicator.lambda amazon-cloudfront-developer-guide/doc_source/lambda-edge-permissions.md @2026-11-29
lex LexBots lex AmazonLexFullAccess
lex LexChannels channels.lex AmazonLexFullAccess
lex LexV2Bots lexv2 AmazonLexFullAccess
lex LexV2Channels channels.lexv2 AmazonLexFullAccess
lex LexV2Replication replication.lexv2 AmazonLexFullAccess
license-manager AWSLicenseManagerMemberAccountRole license-manager.member-account AWSLicenseManagerServiceRolePolicy
lightsail Lightsail lightsail LightsailExportAccess
logs LogDelivery delivery.logs AmazonMSKFullAccess
macie2 AmazonMacie macie AmazonMacieFullAccess
memorydb MemoryDB memorydb AmazonMemoryDBFullAccess
migrationhub-orchestrator MigrationHubOrchestrator migrationhub-orchestrator AWSMigrationHubOrchestratorConsoleFullAccess
mq AmazonMQ mq AmazonMQFullAccess
neptune-graph NeptuneGraph neptune-graph NeptuneConsoleFullAccess
network-firewall NetworkFirewall network-firewall AWSNetworkFirewallFullAccess
networkmanager NetworkManager networkmanager AWSNetworkManagerFullAccess
organizations Organizations organizations AWSOrganizationsFullAccess
osis AmazonOpenSearchIngestionService osis AmazonOpenSearchIngestionFullAccess
profile Profile_ profile CustomerProfilesServiceLinkedRolePolicy
proton ProtonSync sync.proton AWSProtonFullAccess
ram ResourceAccessManager ram AWSResourceAccessManagerServiceRolePolicy
rds RDS rds NeptuneFullAccess
rds RDSBeta rds AmazonRDS/latest/UserGuide/UsingWithRDS.IAM.ServiceLinkedRoles.html @2026-11-30
rds RDSCustom custom.rds amazon-rds-user-guide/doc_source/UsingWithRDS.IAM.ServiceLinkedRoles.md @2026-11-29
rds RDSPreview rds AmazonRDS/latest/UserGuide/UsingWithRDS.IAM.ServiceLinkedRoles.html @2026-11-30
redshift Redshift redshift AmazonRedshiftFullAccess
resource-explorer-2 ResourceExplorer resource-explorer-2 CloudWatchFullAccessV2
route53resolver Route53Resolver route53resolver AWSObservabilityAdminTelemetryEnablementServiceRolePolicy
rum RealUserMonitoring rum AmazonCloudWatchRUMFullAccess
s3 S3StorageLens storage-lens.s3 amazon-s3-developer-guide/doc_source/using-service-linked-roles.md @2026-11-29
sagemaker AmazonSageMakerNotebooks sagemaker SageMakerStudioProjectProvisioningRolePolicy
schemas Schemas schemas CloudWatchEventsFullAccess
security-ir SecurityIncidentResponse security-ir AWSSecurityIncidentResponseFullAccess
security-ir SecurityIncidentResponse_Triage triage.security-ir AWSSecurityIncidentResponseFullAccess
securityhub SecurityHub securityhub AWSSecurityHubFullAccess
securitylake SecurityLake securitylake AmazonSecurityLakeAdministrator
servicecatalog AWSServiceCatalogAppRegistry servicecatalog-appregistry AWSSSMForSAPServiceLinkedRolePolicy
servicecatalog ServiceCatalogOrgsDataSync orgsdatasync.servicecatalog AWSServiceCatalogAdminFullAccess
servicequotas ServiceQuotas servicequotas Route53RecoveryReadinessServiceRolePolicy
shield AWSShield shield FMSServiceRolePolicy
ssm AmazonSSM ssm AmazonSSMFullAccess
ssm AmazonSSM_AccountDiscovery accountdiscovery.ssm aws-systems-manager-user-guide/doc_source/using-service-linked-roles-service-action-2.md @2026-11-29
ssm AmazonSSM_OpsInsights opsinsights.ssm aws-systems-manager-user-guide/doc_source/using-service-linked-roles-service-action-4.md @2026-11-29
ssm SystemsManagerJustInTimeAccess justintimeaccess.ssm AWSQuickSetupManageJITNAResourcesExecutionPolicy
ssm SystemsManagerNotifications notifications.ssm AWSQuickSetupManageJITNAResourcesExecutionPolicy
ssm SystemsManagerOpsDataSync opsdatasync.ssm aws-systems-manager-user-guide/doc_source/cross-service-confused-deputy-prevention.md @2026-11-29
ssm-quicksetup SSMQuickSetup ssm-quicksetup AWSSystemsManagerJustInTimeNodeAccessRolePropagationPolicy
ssm-sap AWSSSMForSAP ssm-sap AWSSystemsManagerForSAPFullAccess
sso SSO sso AWSSSOServiceRolePolicy
support Support support AWSSupportServiceRolePolicy
supportplans SupportPlans supportplans AWSSupportPlansFullAccess
thinclient AmazonWorkSpacesThinClientMonitoring monitoring.thinclient AmazonWorkSpacesThinClientFullAccess
timestream-influxdb TimestreamInfluxDB timestream-influxdb AmazonTimestreamInfluxDBFullAccess
transform-custom AWSTransformCustom transform-custom AWSTransformCustomFullAccess
trustedadvisor TrustedAdvisor trustedadvisor -
trustedadvisor TrustedAdvisorReporting reporting.trustedadvisor AWSTrustedAdvisorPriorityFullAccess
vpc-lattice VpcLattice vpc-lattice VPCLatticeFullAccess
waf WAFLogging waf aws-waf-and-shield-advanced-developer-guide/doc_source/classic-using-service-linked-roles.md @2026-11-30
waf-regional WAFRegionalLogging waf-regional aws-waf-and-shield-advanced-developer-guide/doc_source/classic-using-service-linked-roles.md @2026-11-29
wafv2 WAFV2Logging wafv2 NetworkSecurityManagerServiceRolePolicy
workmail AmazonWorkMailEvents events.workmail AmazonWorkMailFullAccess
`;

let roles: readonly ServiceLinkedRole[] | undefined;

/** Lists the service-linked roles that are known by name, sorted by service; not every service that has one is there. */
export function serviceLinkedRoles(): readonly ServiceLinkedRole[] {
  return (roles ??= TABLE.trim().split('\n').map(readServiceLinkedRole));
}

/** Reads a line of the table above. */
export function readServiceLinkedRole(line: string): ServiceLinkedRole {
  const [service = '', name = '', principal = '', shownBy] = withoutDay(line).split(' ');
  return {
    service,
    roleName: `AWSServiceRoleFor${name}`,
    servicePrincipal: `${principal}.amazonaws.com`,
    source: sourceOf(shownBy, dayOf(line)),
  };
}

function sourceOf(shownBy: string | undefined, day: string): Citation {
  if (shownBy?.includes('/') !== true) return citeWithPolicy(PAGES.linkedRoles, shownBy, day);
  if (!shownBy.endsWith('.html')) return citeSource(shownBy, day);
  return citeRead({ title: shownBy.slice(shownBy.lastIndexOf('/') + 1), path: shownBy }, day);
}
