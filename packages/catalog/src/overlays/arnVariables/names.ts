// What names in ARNs hold. One fact a line: service, variable, forms, page, and the types for which it holds, split by
// `|`, where it does not hold for all types of the service that have the variable. Forms are split by `|`; `[...]` is a
// set of characters, `[^...]` all others, with `␣` for a space, and its length follows in braces; `<uuid>` is one.
// INVARIANT: a form holds every real name, those of former rules and of AWS's own resources included; where that is
// not known, there is no row.
//
// Behind a page stands how it is known: `+` its copy was read, `=` the same rule is in the API model, `?` from memory.

/** Names that users give, by the operation that takes them. */
export const NAMES: string = `
s3 BucketName [A-Za-z0-9._-]{3,255} bucketNames+
s3 ObjectName [^]{1,1024} objectKeys+
s3 AccessPointName [a-z0-9-]{3,255} accessPointNames+ accesspoint|accesspointobject
s3 AccessPointName [a-z0-9-]{3,45} control_CreateAccessPointForObjectLambda= objectlambdaaccesspoint
s3 JobId [A-Za-z0-9_-]{5,36} control_DescribeJob=
s3 ConfigId [A-Za-z0-9._-]{1,64} control_PutStorageLensConfiguration=
s3 Name [A-Za-z0-9_-]{1,64} control_GetStorageLensGroup= storagelensgroup
s3 Token [A-Za-z0-9-]{1,64} control_GetAccessGrant= accessgrant|accessgrantslocation
s3express BucketName [a-z0-9-]{3,63} directoryBucketNames+
s3-object-lambda AccessPointName [a-z0-9-]{3,45} control_CreateAccessPointForObjectLambda=
dynamodb TableName [A-Za-z0-9_.-]{3,255} CreateGlobalTable=
dynamodb GlobalTableName [A-Za-z0-9_.-]{3,255} CreateGlobalTable=
dynamodb IndexName [A-Za-z0-9_.-]{3,255} Query=
dynamodb StreamLabel [0-9T:.-]{10,40} DescribeStream?
lambda Alias [A-Za-z0-9_-]{1,128} CreateAlias= function alias
lambda Version [0-9]{1,1024}|$LATEST|$LATEST.PUBLISHED CreateAlias= function version|durable execution
lambda ExecutionName [A-Za-z0-9_-]{1,} GetDurableExecution= durable execution
lambda ExecutionId [A-Za-z0-9_-]{1,} GetDurableExecution= durable execution
lambda LayerName [A-Za-z0-9_-]{1,140} PublishLayerVersion=
lambda LayerVersion [0-9]{1,} GetLayerVersion=
lambda UUID <uuid> GetEventSourceMapping=
lambda CodeSigningConfigId csc-[a-z0-9]{17} GetCodeSigningConfig=
ecs ClusterName [A-Za-z0-9_-]{1,255} CreateCluster=
ecs ServiceName [A-Za-z0-9_-]{1,255} CreateService=
ecs CapacityProviderName [A-Za-z0-9_-]{1,255} CreateCapacityProvider=
ecs TaskDefinitionFamilyName [A-Za-z0-9_-]{1,255} RegisterTaskDefinition=
ecs TaskDefinitionRevisionNumber [0-9]{1,10} RegisterTaskDefinition?
ecs TaskId [0-9a-f]{32}|<uuid> DescribeTasks?
ecs ContainerInstanceId [0-9a-f]{32}|<uuid> DescribeContainerInstances?
iam RoleNameWithPath [!-~]{1,576} CreateRole=
iam UserNameWithPath [␣!-~]{1,576} CreateUser?
iam GroupNameWithPath [!-~]{1,640} CreateGroup=
iam PolicyNameWithPath [!-~]{1,640} CreatePolicy=
iam InstanceProfileNameWithPath [!-~]{1,640} CreateInstanceProfile=
iam CertificateNameWithPath [!-~]{1,640} UploadServerCertificate=
iam MfaTokenIdWithPath [!-~]{1,} CreateVirtualMFADevice=
iam SamlProviderName [A-Za-z0-9_.-]{1,128} CreateSAMLProvider=
iam OidcProviderName [!-~]{1,255} CreateOpenIDConnectProvider?
iam RoleName [A-Za-z0-9_+=,.@-]{1,64} CreateRole= assumed-role
iam RoleSessionName [A-Za-z0-9_+=,.@-]{2,64} sts:AssumeRole= assumed-role
iam UserName [A-Za-z0-9_+=,.@-]{2,32} sts:GetFederationToken= federated-user
sts FederatedUserName [A-Za-z0-9_+=,.@-]{2,32} GetFederationToken=
kms KeyId <uuid>|mrk-[0-9a-f]{32} keyIds+ key
kms Alias [A-Za-z0-9:/_-]{1,250} CreateAlias= alias
sqs QueueName [A-Za-z0-9_-]{1,80}|[A-Za-z0-9_-]{1,75}.fifo CreateQueue=
eks ClusterName [A-Za-z0-9_-]{1,100} CreateCluster=
eks NodegroupName [^:/]{1,} CreateNodegroup?
eks AddonName [^:/]{1,} CreateAddon?
eks FargateProfileName [^:/]{1,} CreateFargateProfile?
rds DbInstanceName [A-Za-z0-9-]{1,63} CreateDBInstance= db
rds DbClusterInstanceName [A-Za-z0-9-]{1,63} CreateDBCluster= cluster
rds SnapshotName [A-Za-z0-9:.-]{1,255} rdsArns+ snapshot|snapshot-tenant-database
rds ClusterSnapshotName [A-Za-z0-9:.-]{1,255} rdsArns+ cluster-snapshot
rds ParameterGroupName [A-Za-z0-9.-]{1,255} CreateDBParameterGroup? pg
rds ClusterParameterGroupName [A-Za-z0-9.-]{1,255} CreateDBClusterParameterGroup? cluster-pg
rds OptionGroupName [A-Za-z0-9:.-]{1,255} CreateOptionGroup? og
rds SubnetGroupName [A-Za-z0-9._␣-]{1,255} CreateDBSubnetGroup= subgrp
rds GlobalCluster [A-Za-z0-9:._-]{1,255} CreateGlobalCluster= global-cluster
rds IntegrationIdentifier <uuid> DescribeIntegrations= integration
rds BlueGreenDeploymentIdentifier [A-Za-z0-9:._-]{1,255} DescribeBlueGreenDeployments= deployment
ssm ParameterNameWithoutLeadingSlash [A-Za-z0-9_./-]{1,2048} PutParameter+ parameter
ssm DocumentName [A-Za-z0-9_.-]{3,128} CreateDocument= document
ssm AutomationDefinitionName [A-Za-z0-9_.-]{3,128} CreateDocument= automation-definition
ssm ResourceId mw-[0-9a-f]{17} GetMaintenanceWindow= maintenancewindow
ssm ResourceId oi-[0-9a-f]{12} GetOpsItem= opsitem
ssm AssociationId <uuid> DescribeAssociation= association
ssm WindowTargetId <uuid> UpdateMaintenanceWindowTarget= windowtarget
ssm WindowTaskId <uuid> UpdateMaintenanceWindowTask= windowtask
logs LogStreamName [^:*]{1,512} CreateLogStream= log-stream
logs DestinationName [^:*]{1,512} PutDestination= destination
logs DeliverySourceName [A-Za-z0-9_-]{1,60} PutDeliverySource= delivery-source
logs DeliveryDestinationName [A-Za-z0-9_-]{1,60} PutDeliveryDestination= delivery-destination
logs DeliveryName [A-Za-z0-9]{1,64} GetDelivery= delivery
events EventBusName [A-Za-z0-9/._-]{1,256} CreateEventBus= event-bus|rule-on-custom-event-bus
events RuleName [A-Za-z0-9._-]{1,64} PutRule=
events ArchiveName [A-Za-z0-9._-]{1,48} CreateArchive= archive
events ReplayName [A-Za-z0-9._-]{1,64} StartReplay= replay
events EndpointName [A-Za-z0-9._-]{1,64} CreateEndpoint= endpoint
events EventSourceName aws.partner/[A-Za-z0-9/._-]{1,244} DescribeEventSource= event-source
events ConnectionName [A-Za-z0-9._-]{1,64}/[A-Za-z0-9-]{1,}|[A-Za-z0-9._-]{1,64} DescribeConnection= connection
events ApiDestinationName [A-Za-z0-9._-]{1,64}/[A-Za-z0-9-]{1,}|[A-Za-z0-9._-]{1,64} DescribeApiDestination= api-destination
states StateMachineName [^:/*?"#%^|$&,;<>{}␣]{1,80} CreateStateMachine=
states ActivityName [^:/*?"#%^|$&,;<>{}␣]{1,80} CreateActivity=
states StateMachineAliasName [A-Za-z0-9_.-]{1,80} CreateStateMachineAlias=
states StateMachineVersionId [0-9]{1,} PublishStateMachineVersion?
states ExecutionId [^:/]{1,} StartExecution?
states MapRunLabel [^:/]{1,} DescribeMapRun?
ecr RepositoryName [a-z0-9._/-]{2,256} CreateRepository= repository
cloudformation StackName [A-Za-z0-9-]{1,128} CreateStack= stack
cloudformation StackSetName [A-Za-z0-9-]{1,128} CreateStackSet= stackset
cloudformation ChangeSetName [A-Za-z0-9-]{1,128} CreateChangeSet= changeset
apigateway RestApiId [A-Za-z0-9]{1,} GetRestApi?
apigateway ApiId [A-Za-z0-9]{1,} httpApis?
apigateway StageName [A-Za-z0-9_-]{1,128}|$default CreateStage?
execute-api ApiId [A-Za-z0-9]{1,} apigateway:GetRestApi?
execute-api Stage [A-Za-z0-9_-]{1,128}|$default apigateway:CreateStage?
kinesis StreamName [A-Za-z0-9_.-]{1,128} CreateStream=
kinesis ConsumerName [A-Za-z0-9_.-]{1,128} RegisterStreamConsumer= consumer
kinesis ConsumerCreationTimpstamp [0-9]{1,} DescribeStreamConsumer= consumer
firehose DeliveryStreamName [A-Za-z0-9_.-]{1,64} CreateDeliveryStream=
glue RegistryName [A-Za-z0-9_$#.-]{1,255} CreateRegistry= registry
glue SchemaName [A-Za-z0-9_$#.-]{1,255}/[A-Za-z0-9_$#.-]{1,255}|[A-Za-z0-9_$#.-]{1,255} CreateSchema? schema
codebuild ProjectName [A-Za-z0-9_-]{2,255} CreateProject= project
codebuild BuildId [A-Za-z0-9_-]{2,255}:<uuid> BatchGetBuilds? build
codebuild BuildBatchId [A-Za-z0-9_-]{2,255}:<uuid> BatchGetBuildBatches? build-batch
codebuild ReportGroupName [^:/]{2,128} CreateReportGroup?
elasticloadbalancing LoadBalancerName [A-Za-z0-9-]{1,32} CreateLoadBalancer=
elasticloadbalancing TargetGroupName [A-Za-z0-9-]{1,32} CreateTargetGroup=
elasticloadbalancing TrustStoreName [A-Za-z0-9-]{1,32} CreateTrustStore=
elasticloadbalancing LoadBalancerId [0-9a-f]{16} DescribeLoadBalancers?
elasticloadbalancing ListenerId [0-9a-f]{16} DescribeListeners?
elasticloadbalancing ListenerRuleId [0-9a-f]{16} DescribeRules?
elasticloadbalancing TargetGroupId [0-9a-f]{16} DescribeTargetGroups?
route53 Id [A-Za-z0-9]{1,32} GetHostedZone? hostedzone|delegationset
route53 Id [A-Za-z0-9-]{1,64} GetHealthCheck? healthcheck
cloudfront DistributionId [A-Z0-9]{1,} GetDistribution?
cloudfront Name [A-Za-z0-9_-]{1,64} CreateFunction= function|key-value-store
acm CertificateId <uuid> DescribeCertificate= certificate
cognito-idp UserPoolId [A-Za-z0-9_-]{3,55} DescribeUserPool= userpool
cognito-identity IdentityPoolId [A-Za-z0-9_-]{1,40}:[0-9a-f-]{1,54} DescribeIdentityPool= identitypool
`;

/**
 * Names behind which services check more than the format of the reference shows: functions with a version or an alias,
 * objects behind access points of several regions, log groups with `:*` or `:log-stream:`, the endpoints and
 * applications of mobile devices where `sns:Publish` takes a topic, and secrets that are yet to be made, without the six
 * characters that all others end in. AWS's services name secrets with `!`.
 */
export const NAMES_WITH_MORE: string = `
s3 AccessPointAlias [a-z0-9]{1,58}.mrap|[a-z0-9]{1,58}.mrap/object/[^]{1,1024} control_GetMultiRegionAccessPoint=
lambda FunctionName [A-Za-z0-9_.-]{1,256}|[A-Za-z0-9_.-]{1,256}:[A-Za-z0-9_$.-]{1,128} GetFunction= function
lambda FunctionName [A-Za-z0-9_.-]{1,256} GetFunction= function alias|function version|durable execution
logs LogGroupName [A-Za-z0-9._/#-]{1,512}|[A-Za-z0-9._/#-]{1,512}:*|[A-Za-z0-9._/#-]{1,512}:log-stream: CreateLogGroup= log-group
logs LogGroupName [A-Za-z0-9._/#-]{1,512} CreateLogGroup= log-stream
sns TopicName [A-Za-z0-9_-]{1,256}|[A-Za-z0-9_-]{1,251}.fifo|app/[^:]{1,}|endpoint/[^:]{1,} CreateTopic=
secretsmanager SecretId [A-Za-z0-9/_+=.@!-]{1,512}-[A-Za-z0-9]{6}|[A-Za-z0-9/_+=.@!-]{1,512} secretArns+
`;
