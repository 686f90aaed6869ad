import type { PolicyType } from '../../model/policy.ts';

/** The policies of a type of resource of CloudFormation or Terraform. */
export interface HeldPolicies {
  /** The type of its policies, trust policies aside, which the names of their members tell. */
  readonly type: PolicyType;
  /** The properties, at any depth, that hold a policy document and nothing else. */
  readonly documents: ReadonlySet<string>;
}

const CLOUDFORMATION = [
  'identity PolicyDocument: IAM::Group IAM::GroupPolicy IAM::ManagedPolicy IAM::Policy IAM::RolePolicy IAM::User IAM::UserPolicy',
  'identity PolicyDocument AssumeRolePolicyDocument: IAM::Role',
  'identity AssumeRolePolicyDocument: Serverless::Function Serverless::StateMachine',
  'identity InlinePolicy: SSO::PermissionSet',
  'session SessionPolicy: RolesAnywhere::Profile',
  'session Policy: Transfer::User',
  'vpcEndpoint PolicyDocument: EC2::VPCEndpoint',
  'resource : Events::EventBusPolicy',
  'resource AccessPolicies: Elasticsearch::Domain OpenSearchService::Domain',
  'resource AccessPolicy: Backup::BackupVault Backup::LogicallyAirGappedBackupVault',
  'resource Content: Organizations::ResourcePolicy',
  'resource DestinationPolicy: Logs::Destination',
  'resource FileSystemPolicy: EFS::FileSystem',
  'resource KeyPolicy: KMS::Key KMS::ReplicaKey',
  'resource NamespaceResourcePolicy: Redshift::Cluster RedshiftServerless::Namespace',
  'resource PermissionsPolicyDocument: CodeArtifact::Domain CodeArtifact::Repository',
  'resource Policy: ApiGateway::RestApi EventSchemas::RegistryPolicy MSK::ClusterPolicy MediaStore::Container S3::AccessPoint S3::MultiRegionAccessPointPolicy S3Express::AccessPoint S3Outposts::AccessPoint S3Vectors::VectorBucketPolicy VpcLattice::AuthPolicy VpcLattice::ResourcePolicy',
  'resource PolicyDocument: DynamoDB::GlobalTable DynamoDB::Table Logs::ResourcePolicy S3::BucketPolicy S3Express::BucketPolicy S3ObjectLambda::AccessPointPolicy S3Outposts::BucketPolicy SNS::TopicInlinePolicy SNS::TopicPolicy SQS::QueueInlinePolicy SQS::QueuePolicy XRay::ResourcePolicy',
  'resource PolicyText: ECR::RegistryPolicy',
  'resource RepositoryPolicyText: ECR::PublicRepository ECR::Repository',
  'resource ResourcePolicy: CloudTrail::ResourcePolicy Kinesis::ResourcePolicy S3Tables::TableBucketPolicy S3Tables::TablePolicy SecretsManager::ResourcePolicy',
];

const TERRAFORM = [
  'identity policy: iam_group_policy iam_policy iam_role_policy iam_user_policy',
  'identity policy assume_role_policy: iam_role',
  'identity inline_policy: ssoadmin_permission_set_inline_policy',
  'session policy: transfer_user',
  'vpcEndpoint policy: vpc_endpoint vpc_endpoint_policy',
  'resource access_policies: elasticsearch_domain elasticsearch_domain_policy opensearch_domain opensearch_domain_policy',
  'resource access_policy: cloudwatch_log_destination_policy glacier_vault',
  'resource content: organizations_resource_policy',
  'resource policy: api_gateway_rest_api api_gateway_rest_api_policy backup_vault_policy cloudwatch_event_bus_policy dynamodb_resource_policy ecr_registry_policy ecr_repository_policy ecrpublic_repository_policy efs_file_system_policy glacier_vault_lock glue_resource_policy kms_external_key kms_key kms_key_policy kms_replica_key media_store_container_policy msk_cluster_policy redshift_resource_policy s3_access_point s3_bucket s3_bucket_policy s3control_access_point_policy s3control_bucket_policy schemas_registry_policy secretsmanager_secret secretsmanager_secret_policy ses_identity_policy sesv2_email_identity_policy sns_topic sns_topic_policy sqs_queue sqs_queue_policy vpclattice_auth_policy vpclattice_resource_policy',
  'resource policy_document: cloudwatch_log_resource_policy codeartifact_domain_permissions_policy codeartifact_repository_permissions_policy',
  'resource resource_policy: kinesis_resource_policy s3tables_table_bucket_policy s3tables_table_policy',
  // Unless its `type` says otherwise; of tags and backups there are policies of other languages.
  'scp : organizations_policy',
];

/** By resource type; made when first asked for, so that whoever extracts nothing does not load it. */
let held: ReadonlyMap<string, HeldPolicies> | undefined;

/**
 * Tells what policies a type of resource holds.
 *
 * @param type - such as `AWS::S3::BucketPolicy` or `aws_s3_bucket_policy`.
 * @returns `undefined` where nothing is known of it; most of these have resource-based policies.
 */
export function heldPolicies(type: string): HeldPolicies | undefined {
  held ??= new Map([
    ...CLOUDFORMATION.flatMap((row) => heldBy(row, 'AWS::')),
    ...TERRAFORM.flatMap((row) => heldBy(row, 'aws_')),
  ]);
  return held.get(type);
}

/** A row has the type of the policies, the properties and, after a colon, the resources. */
function heldBy(row: string, prefix: string): readonly (readonly [string, HeldPolicies])[] {
  const [head = '', resources = ''] = row.split(/:(?= )/);
  const [type, ...documents] = head.split(' ').filter((word) => word !== '');
  // INVARIANT: the rows begin with a type of policy.
  const policies: HeldPolicies = { type: type as PolicyType, documents: new Set(documents) };
  return resources
    .trim()
    .split(' ')
    .map((resource) => [prefix + resource, policies] as const);
}
