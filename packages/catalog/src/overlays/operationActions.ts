import type { ActionName } from '../model/action.ts';

// API operations for which no action has their name, with the actions that AWS authorises for them, by service. What
// only some calls need besides (tags, ACLs, versions, passed roles) is left out. From the tables "API operations" of the pages "Actions, resources, and condition keys for
// SERVICE" of the Service Authorization Reference, as read for 2026-11-29; actions of API Gateway are HTTP methods.
const TABLE = `
apigateway
  DeleteAccessLogSettings DeleteApi DeleteApiKey DeleteApiMapping DeleteAuthorizer > DELETE
  DeleteBasePathMapping DeleteClientCertificate DeleteCorsConfiguration DeleteDeployment > DELETE
  DeleteDocumentationPart DeleteDocumentationVersion DeleteDomainName DeleteDomainNameAccessAssociation > DELETE
  DeleteGatewayResponse DeleteIntegration DeleteIntegrationResponse DeleteMethod DeleteMethodResponse > DELETE
  DeleteModel DeleteRequestValidator DeleteResource DeleteRestApi DeleteRoute > DELETE
  DeleteRouteRequestParameter DeleteRouteResponse DeleteRouteSettings DeleteStage DeleteUsagePlan > DELETE
  DeleteUsagePlanKey DeleteVpcLink FlushStageAuthorizersCache FlushStageCache ResetAuthorizersCache > DELETE
  UntagResource > DELETE
  ExportApi GetAccount GetApi GetApiKey GetApiKeys GetApiMapping GetApiMappings GetApis GetAuthorizer > GET
  GetAuthorizers GetBasePathMapping GetBasePathMappings GetClientCertificate GetClientCertificates > GET
  GetDeployment GetDeployments GetDocumentationPart GetDocumentationParts GetDocumentationVersion > GET
  GetDocumentationVersions GetDomainName GetDomainNameAccessAssociations GetDomainNames GetExport > GET
  GetGatewayResponse GetGatewayResponses GetIntegration GetIntegrationResponse GetIntegrationResponses > GET
  GetIntegrations GetMethod GetMethodResponse GetModel GetModelTemplate GetModels GetRequestValidator > GET
  GetRequestValidators GetResource GetResources GetRestApi GetRestApis GetRoute GetRouteResponse > GET
  GetRouteResponses GetRoutes GetSdk GetSdkType GetSdkTypes GetStage GetStages GetTags GetUsage > GET
  GetUsagePlan GetUsagePlanKey GetUsagePlanKeys GetUsagePlans GetVpcLink GetVpcLinks > GET
  UpdateAccount UpdateApi UpdateApiKey UpdateApiMapping UpdateAuthorizer UpdateBasePathMapping > PATCH
  UpdateClientCertificate UpdateDeployment UpdateDocumentationPart UpdateDocumentationVersion > PATCH
  UpdateDomainName UpdateGatewayResponse UpdateIntegration UpdateIntegrationResponse UpdateMethod > PATCH
  UpdateMethodResponse UpdateModel UpdateRequestValidator UpdateResource UpdateRestApi UpdateRoute > PATCH
  UpdateRouteResponse UpdateStage UpdateUsage UpdateUsagePlan UpdateVpcLink > PATCH
  TagResource > PATCH POST PUT
  CreateApi CreateApiKey CreateApiMapping CreateAuthorizer CreateBasePathMapping CreateDeployment > POST
  CreateDocumentationPart CreateDocumentationVersion CreateDomainName CreateDomainNameAccessAssociation > POST
  CreateIntegration CreateIntegrationResponse CreateModel CreateRequestValidator CreateResource > POST
  CreateRestApi CreateRoute CreateRouteResponse CreateStage CreateUsagePlan CreateUsagePlanKey > POST
  CreateVpcLink GenerateClientCertificate ImportApi ImportApiKeys ImportRestApi TestInvokeAuthorizer > POST
  TestInvokeMethod > POST
  ImportDocumentationParts PutGatewayResponse PutIntegration PutIntegrationResponse PutMethod > PUT
  PutMethodResponse PutRestApi ReimportApi > PUT
  RejectDomainNameAccessAssociation > RejectAccessAssociation
  PutRoutingRule > UpdateRoutingRule
bedrock
  RetrieveAndGenerateStream > RetrieveAndGenerate
  Converse InvokeModelWithBidirectionalStream StartAsyncInvoke > InvokeModel
  ConverseStream > InvokeModelWithResponseStream
budgets
  CreateBudget CreateNotification CreateSubscriber DeleteBudget DeleteNotification > ModifyBudget
  DeleteSubscriber UpdateBudget UpdateNotification UpdateSubscriber > ModifyBudget
  DescribeBudget DescribeBudgetNotificationsForAccount DescribeBudgetPerformanceHistory > ViewBudget
  DescribeBudgets DescribeNotificationsForBudget DescribeSubscribersForNotification > ViewBudget
cloudfront
  CreateDistributionWithTags > CreateDistribution
cloudtrail
  ListInsightsMetricData > ListInsightsData
cognito-idp
  DescribeTermsByClient > DescribeTerms
deadline
  BatchGetJob > GetJob
  BatchGetSession > GetSession
  BatchGetSessionAction > GetSessionAction
  BatchGetStep > GetStep
  BatchGetTask > GetTask
  BatchGetWorker > GetWorker
  BatchUpdateJob > UpdateJob
  BatchUpdateTask > UpdateTask
detective
  ListOrganizationAdminAccounts > ListOrganizationAdminAccount
dms
  DescribeDataProviders > ListDataProviders
  DescribeExtensionPackAssociations > ListExtensionPacks
  DescribeInstanceProfiles > ListInstanceProfiles
  DescribeMetadataModelAssessments > ListMetadataModelAssessments
  DescribeMetadataModelConversions > ListMetadataModelConversions
  DescribeMetadataModelExportsAsScript DescribeMetadataModelExportsToTarget > ListMetadataModelExports
  DescribeMigrationProjects > ListMigrationProjects
  ModifyConversionConfiguration > UpdateConversionConfiguration
  ModifyDataProvider > UpdateDataProvider
  ModifyInstanceProfile > UpdateInstanceProfile
  ModifyMigrationProject > UpdateMigrationProject
  StartExtensionPackAssociation > AssociateExtensionPack
  StartMetadataModelExportAsScript > StartMetadataModelExportAsScripts
dynamodb
  BatchExecuteStatement ExecuteStatement ExecuteTransaction > PartiQLDelete PartiQLInsert PartiQLSelect PartiQLUpdate
  TransactGetItems > GetItem
  TransactWriteItems > ConditionCheckItem DeleteItem PutItem UpdateItem
ecr
  ListImageReferrers > BatchGetImage
glue
  BatchGetDataQualityResult ListDataQualityStatisticAnnotations ListDataQualityStatistics > GetDataQualityResult
  BatchGetDataQualityRulesetEvaluationRun > GetDataQualityRulesetEvaluationRun
  BatchPutDataQualityStatisticAnnotation > PutDataQualityStatisticAnnotation
iam
  AcquireRole > AttachRolePolicy CreateRole GetRole GetRoleTemplateVersion PutRolePermissionsBoundary PutRolePolicy TagRole
kms
  ReEncrypt > ReEncryptFrom ReEncryptTo
lakeformation
  GetTemporaryDataLocationCredentials > GetDataAccess
lambda
  GetLayerVersionByArn > GetLayerVersion
  Invoke InvokeWithResponseStream > InvokeFunction
mediaconnect
  BatchGetRouterInput > GetRouterInput
  BatchGetRouterNetworkInterface > GetRouterNetworkInterface
  BatchGetRouterOutput > GetRouterOutput
quicksight
  DescribeAnalysisDefinition > DescribeAnalysis
  DescribeDashboardDefinition > DescribeDashboard
  DescribeTemplateDefinition > DescribeTemplate
redshift
  ModifyLakehouseConfiguration > AssociateDataShareConsumer DeregisterNamespace RegisterNamespace
resource-explorer-2
  ListResources > Search
s3
  CompleteMultipartUpload CreateMultipartUpload UploadPart > PutObject
  CopyObject UploadPartCopy > GetObject PutObject
  CreateBucketMetadataConfiguration > CreateBucketMetadataTableConfiguration
  DeleteBucketAnalyticsConfiguration PutBucketAnalyticsConfiguration > PutAnalyticsConfiguration
  DeleteBucketCors > PutBucketCORS
  DeleteBucketEncryption PutBucketEncryption > PutEncryptionConfiguration
  DeleteBucketIntelligentTieringConfiguration > PutIntelligentTieringConfiguration
  PutBucketIntelligentTieringConfiguration > PutIntelligentTieringConfiguration
  DeleteBucketInventoryConfiguration PutBucketInventoryConfiguration > PutInventoryConfiguration
  DeleteBucketLifecycle PutBucketLifecycle PutBucketLifecycleConfiguration > PutLifecycleConfiguration
  DeleteBucketMetadataConfiguration > DeleteBucketMetadataTableConfiguration
  DeleteBucketMetricsConfiguration PutBucketMetricsConfiguration > PutMetricsConfiguration
  DeleteBucketOwnershipControls > PutBucketOwnershipControls
  DeleteBucketReplication PutBucketReplication > PutReplicationConfiguration
  DeleteBucketTagging > PutBucketTagging
  DeleteObjects > DeleteObject
  DeletePublicAccessBlock PutPublicAccessBlock > PutBucketPublicAccessBlock
  GetBucketAccelerateConfiguration > GetAccelerateConfiguration
  GetBucketAnalyticsConfiguration ListBucketAnalyticsConfigurations > GetAnalyticsConfiguration
  GetBucketEncryption > GetEncryptionConfiguration
  GetBucketIntelligentTieringConfiguration > GetIntelligentTieringConfiguration
  ListBucketIntelligentTieringConfigurations > GetIntelligentTieringConfiguration
  GetBucketInventoryConfiguration ListBucketInventoryConfigurations > GetInventoryConfiguration
  GetBucketLifecycle GetBucketLifecycleConfiguration > GetLifecycleConfiguration
  GetBucketMetadataConfiguration > GetBucketMetadataTableConfiguration
  GetBucketMetricsConfiguration ListBucketMetricsConfigurations > GetMetricsConfiguration
  GetBucketNotificationConfiguration > GetBucketNotification
  GetBucketReplication > GetReplicationConfiguration
  GetObjectLockConfiguration > GetBucketObjectLockConfiguration
  GetPublicAccessBlock > GetBucketPublicAccessBlock
  HeadBucket ListObjects ListObjectsV2 > ListBucket
  HeadObject SelectObjectContent > GetObject
  ListBuckets > ListAllMyBuckets
  ListMultipartUploads > ListBucketMultipartUploads
  ListObjectVersions > ListBucketVersions
  ListParts > ListMultipartUploadParts
  PutBucketAccelerateConfiguration > PutAccelerateConfiguration
  PutBucketNotificationConfiguration > PutBucketNotification
  PutObjectLockConfiguration > PutBucketObjectLockConfiguration
sagemaker
  UpdateRecord > PutRecord
securityhub
  BatchUpdateFindingsV2 > BatchUpdateFindings
  GetFindingStatisticsV2 > GetAdhocInsightResults
  GetFindingsV2 > GetFindings
sns
  PublishBatch > Publish
sqs
  ChangeMessageVisibilityBatch > ChangeMessageVisibility
  DeleteMessageBatch > DeleteMessage
  SendMessageBatch > SendMessage
support
  CompleteAttachmentUpload DescribeAttachmentUploadStatus > AddAttachmentsToSet UploadAttachment
  GetAttachmentUploadLinks > AddAttachmentsToSet UploadAttachment
  GetAttachmentDownloadLink > DescribeAttachment DownloadAttachment
timestream
  Query > DescribeTable ListDatabases ListMeasures ListTables Select SelectValues Unload
vpc-lattice
  BatchUpdateRule > UpdateRule
`;

/** Operations with the actions that they ask for. */
interface OperationRow {
  /** Names without prefix. */
  readonly operations: readonly string[];
  readonly actions: readonly ActionName[];
}

let rows: ReadonlyMap<string, readonly OperationRow[]> | undefined;

/**
 * Finds the actions that AWS authorises for an API operation whose name no action has.
 *
 * @param prefix - the prefix of a service, in lower case.
 * @param operation - the name of an operation, in any letter case: `ListObjectsV2`.
 * @returns full names, each of which the operation can ask for: `s3:ListBucket`; empty for an operation that is not
 * known to differ from its action.
 */
export function operationActions(prefix: string, operation: string): readonly ActionName[] {
  const wanted = operation.toLowerCase();
  const row = rowsOf(prefix).find(({ operations }) =>
    operations.some((name) => name.toLowerCase() === wanted),
  );
  return row?.actions ?? [];
}

/** The names of the operations of a service that differ from their actions. */
export function differingOperations(prefix: string): readonly string[] {
  return rowsOf(prefix).flatMap(({ operations }) => operations);
}

function rowsOf(prefix: string): readonly OperationRow[] {
  return (rows ??= readOperationRows(TABLE)).get(prefix) ?? [];
}

function readOperationRows(table: string): ReadonlyMap<string, readonly OperationRow[]> {
  const read = new Map<string, OperationRow[]>();
  let prefix = '';
  for (const line of table.trim().split('\n')) {
    if (!line.startsWith(' ')) {
      prefix = line;
      read.set(prefix, []);
      continue;
    }
    const [operations = '', actions = ''] = line.trim().split(' > ');
    read.get(prefix)?.push({
      operations: operations.split(' '),
      actions: actions.split(' ').map((name): ActionName => `${prefix}:${name}`),
    });
  }
  return read;
}
