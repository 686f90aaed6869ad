import type { ActionName } from '../model/action.ts';
import { citeWithPolicy, dayOf, withoutDay } from './citation.ts';
import type { Citation } from './citation.ts';
import { PAGES } from './pages.ts';

/** An operation that takes a role, so that the caller needs `iam:PassRole` for it. */
export interface PassRoleOperation {
  readonly action: ActionName;
  /** The parameter of the API operation that names the role (or the instance profile with the role). */
  readonly parameter: string;
  /** The service that will assume the role: what `iam:PassedToService` has. */
  readonly passedToService: string;
  readonly source: Citation;
}

// One parameter a line: action, parameter, service principal before `.amazonaws.com`, behind `@` a day of its own.
const TABLE = `
amplify:CreateApp iamServiceRoleArn amplify
apprunner:CreateService SourceConfiguration.AuthenticationConfiguration.AccessRoleArn build.apprunner
apprunner:CreateService InstanceConfiguration.InstanceRoleArn tasks.apprunner
appsync:CreateDataSource serviceRoleArn appsync
appsync:UpdateDataSource serviceRoleArn appsync
autoscaling:CreateLaunchConfiguration IamInstanceProfile ec2
backup:CreateBackupSelection BackupSelection.IamRoleArn backup
backup:StartBackupJob IamRoleArn backup
backup:StartRestoreJob IamRoleArn backup
batch:CreateComputeEnvironment serviceRole batch
batch:RegisterJobDefinition containerProperties.executionRoleArn ecs-tasks
batch:RegisterJobDefinition containerProperties.jobRoleArn ecs-tasks
bedrock:CreateAgent agentResourceRoleArn bedrock
bedrock:CreateModelCustomizationJob roleArn bedrock
cloudformation:CreateChangeSet RoleARN cloudformation
cloudformation:CreateStack RoleARN cloudformation
cloudformation:DeleteStack RoleARN cloudformation
cloudformation:UpdateStack RoleARN cloudformation
cloudtrail:CreateTrail CloudWatchLogsRoleArn cloudtrail
cloudtrail:UpdateTrail CloudWatchLogsRoleArn cloudtrail
codebuild:CreateProject serviceRole codebuild
codebuild:UpdateProject serviceRole codebuild
codedeploy:CreateDeploymentGroup serviceRoleArn codedeploy
codedeploy:UpdateDeploymentGroup serviceRoleArn codedeploy
codepipeline:CreatePipeline pipeline.roleArn codepipeline
codepipeline:UpdatePipeline pipeline.roleArn codepipeline
cognito-identity:SetIdentityPoolRoles Roles cognito-identity
cognito-idp:CreateUserPool SmsConfiguration.SnsCallerArn cognito-idp
config:PutConfigurationRecorder ConfigurationRecorder.roleARN config
dlm:CreateLifecyclePolicy ExecutionRoleArn dlm
ec2:AssociateIamInstanceProfile IamInstanceProfile ec2
ec2:CreateFlowLogs DeliverLogsPermissionArn vpc-flow-logs
ec2:ReplaceIamInstanceProfileAssociation IamInstanceProfile ec2
ec2:RequestSpotInstances LaunchSpecification.IamInstanceProfile ec2
ec2:RunInstances IamInstanceProfile ec2
ecs:CreateService role ecs
ecs:RegisterTaskDefinition executionRoleArn ecs-tasks
ecs:RegisterTaskDefinition taskRoleArn ecs-tasks
ecs:RunTask overrides.executionRoleArn ecs-tasks
ecs:RunTask overrides.taskRoleArn ecs-tasks
ecs:StartTask overrides.executionRoleArn ecs-tasks
ecs:StartTask overrides.taskRoleArn ecs-tasks
eks:CreateCluster roleArn eks
eks:CreateFargateProfile podExecutionRoleArn eks-fargate-pods
eks:CreateNodegroup nodeRole ec2
eks:CreatePodIdentityAssociation roleArn pods.eks
elasticmapreduce:RunJobFlow JobFlowRole ec2
elasticmapreduce:RunJobFlow ServiceRole elasticmapreduce
events:PutRule RoleArn events
events:PutTargets Targets.RoleArn events
firehose:CreateDeliveryStream ExtendedS3DestinationConfiguration.RoleARN firehose
fis:CreateExperimentTemplate roleArn fis
glue:CreateCrawler Role glue
glue:CreateDevEndpoint RoleArn glue
glue:CreateJob Role glue
glue:UpdateCrawler Role glue
glue:UpdateJob JobUpdate.Role glue
iam:AddRoleToInstanceProfile RoleName ec2
iot:CreateRoleAlias roleArn credentials.iot
iot:CreateTopicRule topicRulePayload.actions.roleArn iot
kinesisanalytics:CreateApplication ServiceExecutionRole kinesisanalytics
lambda:CreateFunction Role lambda
lambda:UpdateFunctionConfiguration Role lambda
logs:PutDestination roleArn logs
logs:PutSubscriptionFilter roleArn logs
mediaconvert:CreateJob Role mediaconvert
pipes:CreatePipe RoleArn pipes
pipes:UpdatePipe RoleArn pipes
rds:AddRoleToDBCluster RoleArn rds
rds:AddRoleToDBInstance RoleArn rds
rds:CreateDBInstance MonitoringRoleArn monitoring.rds
redshift:CreateCluster IamRoles redshift
redshift:ModifyClusterIamRoles AddIamRoles redshift
s3:CreateJob RoleArn batchoperations.s3
s3:PutReplicationConfiguration ReplicationConfiguration.Role s3
sagemaker:CreateDomain DefaultUserSettings.ExecutionRole sagemaker
sagemaker:CreateModel ExecutionRoleArn sagemaker
sagemaker:CreateNotebookInstance RoleArn sagemaker
sagemaker:CreatePipeline RoleArn sagemaker
sagemaker:CreateProcessingJob RoleArn sagemaker
sagemaker:CreateTrainingJob RoleArn sagemaker
scheduler:CreateSchedule Target.RoleArn scheduler
scheduler:UpdateSchedule Target.RoleArn scheduler
ssm:CreateActivation IamRole ssm
ssm:RegisterTaskWithMaintenanceWindow ServiceRoleArn ssm
states:CreateStateMachine roleArn states
states:UpdateStateMachine roleArn states
transfer:CreateServer LoggingRole transfer
transfer:CreateUser Role transfer
`;

// One service principal a line, before `.amazonaws.com`, with an AWS managed policy that has it in
// `iam:PassedToService`. The parameters themselves are from the API reference of each service.
const PRINCIPALS = `
appsync AWSAppSyncAdministrator
backup AWSBackupFullAccess
bedrock AmazonBedrockFullAccess
cloudformation AWSServiceRoleForSMS
cloudtrail AWSCloudTrail_FullAccess
codebuild AWSElasticBeanstalkServiceRolePolicy
codepipeline AWSCodePipeline_FullAccess
cognito-identity AmazonESCognitoAccess
config AWSObservabilityAdminServiceRolePolicy
credentials.iot AmazonSageMakerEdgeDeviceFleetPolicy
ec2 AWSBatchServiceRole
ecs-tasks AWSBatchServiceRole
ecs AmazonECS_FullAccess
eks AWSElasticBeanstalkServiceRolePolicy
elasticmapreduce AmazonSageMakerPipelinesIntegrations
events AWSCodePipeline_FullAccess
firehose ApplicationDiscoveryServiceContinuousExportServiceRolePolicy
fis AWSResilienceHubResilienceTestingPolicy
glue AWSGlueConsoleFullAccess
iot AWSPanoramaServiceRolePolicy
lambda AWSLambdaReplicator
logs CloudWatchFullAccessV2
mediaconvert AWSElementalMediaConvertFullAccess
pipes CloudWatchEventsFullAccess
pods.eks AWSElasticBeanstalkServiceRolePolicy
rds NeptuneFullAccess
redshift AmazonRedshiftAllCommandsFullAccess
s3 AmazonSecurityLakeAdministrator
sagemaker DataScientist
scheduler CloudWatchEventsFullAccess
ssm AmazonSSMServiceRolePolicy
states AmazonSageMakerFullAccess
transfer AWSTransferFullAccess
`;

function policyOf(principal: string): string | undefined {
  const start = PRINCIPALS.indexOf(`\n${principal} `);
  if (start < 0) return undefined;
  const end = PRINCIPALS.indexOf('\n', start + 1);
  return PRINCIPALS.slice(start + principal.length + 2, end);
}

/** Operations that take a role, with the parameter and the service that assumes it; not every one is listed. */
export const passRoleOperations: readonly PassRoleOperation[] = TABLE.trim()
  .split('\n')
  .map(readPassRoleOperation);

/** Reads a line of the table above. */
export function readPassRoleOperation(line: string): PassRoleOperation {
  const [action = '', parameter = '', principal = ''] = withoutDay(line).split(' ');
  return {
    action: action as ActionName,
    parameter,
    passedToService: `${principal}.amazonaws.com`,
    source: citeWithPolicy(PAGES.passRole, policyOf(principal), dayOf(line)),
  };
}
