// One type of resource a line, as CloudFormation calls it: behind it the resources of CloudFormation and Terraform
// whose `resource` policies such a resource carries, where they are not called so themselves.
const TABLE = `
AWS::ApiGateway::RestApi aws_api_gateway_rest_api_policy
AWS::Backup::BackupVault aws_backup_vault_policy
AWS::DynamoDB::Table AWS::DynamoDB::GlobalTable aws_dynamodb_resource_policy
AWS::ECR::Repository aws_ecr_repository_policy
AWS::EFS::FileSystem aws_efs_file_system_policy
AWS::Events::EventBus AWS::Events::EventBusPolicy aws_cloudwatch_event_bus_policy
AWS::KMS::Key AWS::KMS::ReplicaKey aws_kms_key aws_kms_replica_key aws_kms_external_key aws_kms_key_policy
AWS::Kinesis::Stream AWS::Kinesis::ResourcePolicy aws_kinesis_resource_policy
AWS::Lambda::Function aws_lambda_permission
AWS::Logs::ResourcePolicy aws_cloudwatch_log_resource_policy
AWS::OpenSearchService::Domain aws_opensearch_domain_policy
AWS::Elasticsearch::Domain aws_elasticsearch_domain_policy
AWS::S3::AccessPoint aws_s3_access_point aws_s3control_access_point_policy
AWS::S3::Bucket AWS::S3::BucketPolicy aws_s3_bucket aws_s3_bucket_policy
AWS::S3::MultiRegionAccessPoint AWS::S3::MultiRegionAccessPointPolicy
AWS::S3Express::DirectoryBucket AWS::S3Express::BucketPolicy
AWS::S3ObjectLambda::AccessPoint AWS::S3ObjectLambda::AccessPointPolicy
AWS::S3Outposts::AccessPoint
AWS::S3Outposts::Bucket AWS::S3Outposts::BucketPolicy
AWS::S3Tables::TableBucket AWS::S3Tables::TableBucketPolicy aws_s3tables_table_bucket_policy
AWS::S3Tables::Table AWS::S3Tables::TablePolicy aws_s3tables_table_policy
AWS::S3Vectors::VectorBucket AWS::S3Vectors::VectorBucketPolicy
AWS::SecretsManager::Secret AWS::SecretsManager::ResourcePolicy aws_secretsmanager_secret_policy
AWS::SNS::Topic AWS::SNS::TopicPolicy AWS::SNS::TopicInlinePolicy aws_sns_topic aws_sns_topic_policy
AWS::SQS::Queue AWS::SQS::QueuePolicy AWS::SQS::QueueInlinePolicy aws_sqs_queue aws_sqs_queue_policy
`;

let types: ReadonlyMap<string, string> | undefined;

/**
 * The type of the resource that carries the resource policies which a resource of a template or plan holds.
 *
 * @param resource - the type of that resource, of CloudFormation or Terraform.
 */
export function carrierTypeOf(resource: string): string | undefined {
  types ??= readTable();
  return types.get(resource);
}

function readTable(): ReadonlyMap<string, string> {
  const rows = TABLE.trim()
    .split('\n')
    .map((line) => line.split(' '));
  return new Map(rows.flatMap((names) => names.map((name) => [name, names[0] ?? name] as const)));
}
