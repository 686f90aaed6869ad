import { cite } from './citation.ts';
import type { Citation } from './citation.ts';

/** A role that a service makes and that only it can assume (rule S177). */
export interface ServiceLinkedRole {
  /** The prefix of the service's actions. */
  readonly service: string;
  /** The name of the role; where the service adds a suffix of its own, the part before it. */
  readonly roleName: string;
  /** The service principal: what `iam:AWSServiceName` has when the role is made. */
  readonly servicePrincipal: string;
  readonly source: Citation;
}

const SOURCE = cite('Create a service-linked role, and the page on service-linked roles of each service');

// One role a line: prefix of the service, name after `AWSServiceRoleFor`, service principal before `.amazonaws.com`.
const TABLE = `
access-analyzer AccessAnalyzer access-analyzer
acm CertificateManager acm
apigateway APIGateway ops.apigateway
application-autoscaling ApplicationAutoScaling_AppStreamFleet appstream.application-autoscaling
application-autoscaling ApplicationAutoScaling_CustomResource custom-resource.application-autoscaling
application-autoscaling ApplicationAutoScaling_DynamoDBTable dynamodb.application-autoscaling
application-autoscaling ApplicationAutoScaling_EC2SpotFleetRequest ec2.application-autoscaling
application-autoscaling ApplicationAutoScaling_ECSService ecs.application-autoscaling
application-autoscaling ApplicationAutoScaling_LambdaConcurrency lambda.application-autoscaling
application-autoscaling ApplicationAutoScaling_RDSCluster rds.application-autoscaling
application-autoscaling ApplicationAutoScaling_SageMakerEndpoint sagemaker.application-autoscaling
apprunner AppRunner apprunner
appsync AppSync appsync
auditmanager AuditManager auditmanager
autoscaling AutoScaling autoscaling
backup Backup backup
batch Batch batch
chatbot AWSChatbot management.chatbot
cloudformation CloudFormationStackSetsOrgAdmin stacksets.cloudformation
cloudformation CloudFormationStackSetsOrgMember member.org.stacksets.cloudformation
cloudfront CloudFrontLogger logger.cloudfront
cloudhsm CloudHSM cloudhsm
cloudtrail CloudTrail cloudtrail
cloudwatch CloudWatchEvents events
cognito-idp AmazonCognitoIdp cognito-idp
cognito-idp AmazonCognitoIdpEmailService email.cognito-idp
compute-optimizer ComputeOptimizer compute-optimizer
config Config config
connect AmazonConnect connect
controltower AWSControlTower controltower
dax DAX dax
detective Detective detective
devops-guru DevOpsGuru devops-guru
directconnect DirectConnect directconnect
dynamodb DynamoDBReplication replication.dynamodb
ec2 EC2Fleet ec2fleet
ec2 EC2Spot spot
ec2 EC2SpotFleet spotfleet
ec2 VPCTransitGateway transitgateway
ecr ECRPullThroughCache pullthroughcache.ecr
ecr ECRReplication replication.ecr
ecs ECS ecs
eks AmazonEKS eks
eks AmazonEKSForFargate eks-fargate
eks AmazonEKSNodegroup eks-nodegroup
elasticache ElastiCache elasticache
elasticbeanstalk ElasticBeanstalk elasticbeanstalk
elasticbeanstalk ElasticBeanstalkMaintenance maintenance.elasticbeanstalk
elasticbeanstalk ElasticBeanstalkManagedUpdates managedupdates.elasticbeanstalk
elasticfilesystem AmazonElasticFileSystem elasticfilesystem
elasticloadbalancing ElasticLoadBalancing elasticloadbalancing
elasticmapreduce EMRCleanup elasticmapreduce
es AmazonElasticsearchService es
es AmazonOpenSearchService opensearchservice
events AmazonEventBridgeApiDestinations apidestinations.events
fms FMS fms
fsx AmazonFSx fsx
globalaccelerator GlobalAccelerator globalaccelerator
grafana AmazonGrafana grafana
guardduty AmazonGuardDuty guardduty
health Health_Organizations health
imagebuilder ImageBuilder imagebuilder
inspector AmazonInspector inspector
inspector2 AmazonInspector2 inspector2
kafka Kafka kafka
kms KeyManagementServiceCustomKeyStores cks.kms
kms KeyManagementServiceMultiRegionKeys mrk.kms
lakeformation LakeFormationDataAccess lakeformation
lambda LambdaReplicator replicator.lambda
lightsail Lightsail lightsail
logs LogDelivery delivery.logs
macie2 AmazonMacie macie
memorydb MemoryDB memorydb
mq AmazonMQ mq
network-firewall NetworkFirewall network-firewall
networkmanager NetworkManager networkmanager
organizations Organizations organizations
ram ResourceAccessManager ram
rds RDS rds
redshift Redshift redshift
route53resolver Route53Resolver route53resolver
s3 S3StorageLens storage-lens.s3
securityhub SecurityHub securityhub
servicequotas ServiceQuotas servicequotas
shield AWSShield shield
ssm AmazonSSM ssm
sso SSO sso
support Support support
trustedadvisor TrustedAdvisor trustedadvisor
vpc-lattice VpcLattice vpc-lattice
waf WAFLogging waf
waf-regional WAFRegionalLogging waf-regional
wafv2 WAFV2Logging wafv2
`;

/** Service-linked roles that are known by name, sorted by service; not every service that has one is listed. */
export const serviceLinkedRoles: readonly ServiceLinkedRole[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [service = '', name = '', principal = ''] = line.split(' ');
    return {
      service,
      roleName: `AWSServiceRoleFor${name}`,
      servicePrincipal: `${principal}.amazonaws.com`,
      source: SOURCE,
    };
  });
