import type { PublicPlace } from '@policywright/conditions';

/** A type of resources whose policies may let the public in. */
export interface PublicResource {
  /** Pattern of the actions that its policy is about. */
  readonly actions: string;
  /** Pattern of the ARNs of its resources. */
  readonly resources: string;
  /** Whose meaning of "public" holds (rule S195). */
  readonly place: PublicPlace;
}

/** A type of resources by the name that CloudFormation has for it. */
export type PublicResourceType =
  | 'AWS::ApiGateway::RestApi'
  | 'AWS::Backup::BackupVault'
  | 'AWS::CloudTrail::Dashboard'
  | 'AWS::CloudTrail::EventDataStore'
  | 'AWS::CodeArtifact::Domain'
  | 'AWS::DynamoDB::Stream'
  | 'AWS::DynamoDB::Table'
  | 'AWS::EFS::FileSystem'
  | 'AWS::IAM::AssumeRolePolicyDocument'
  | 'AWS::KMS::Key'
  | 'AWS::Kinesis::Stream'
  | 'AWS::Kinesis::StreamConsumer'
  | 'AWS::Lambda::Function'
  | 'AWS::OpenSearchService::Domain'
  | 'AWS::S3::AccessPoint'
  | 'AWS::S3::Bucket'
  | 'AWS::S3::Glacier'
  | 'AWS::S3Express::AccessPoint'
  | 'AWS::S3Express::DirectoryBucket'
  | 'AWS::S3Outposts::AccessPoint'
  | 'AWS::S3Outposts::Bucket'
  | 'AWS::S3Tables::Table'
  | 'AWS::S3Tables::TableBucket'
  | 'AWS::SNS::Topic'
  | 'AWS::SQS::Queue'
  | 'AWS::SecretsManager::Secret';

const of = (actions: string, resources: string, place: PublicPlace = 'other'): PublicResource => ({
  actions: `${actions}:*`,
  resources: `arn:*:${resources}`,
  place,
});

/**
 * The types of resources that `checkNoPublicAccess` takes: those of AWS's check of the same name.
 *
 * Source: "CheckNoPublicAccess" of the API reference of IAM Access Analyzer, read 2026-11-30; forms of ARNs from the
 * Service Authorization Reference.
 */
export const PUBLIC_RESOURCE_TYPES: Readonly<Record<PublicResourceType, PublicResource>> = {
  'AWS::ApiGateway::RestApi': of('execute-api', 'execute-api:*:*:*'),
  'AWS::Backup::BackupVault': of('backup', 'backup:*:*:backup-vault:*'),
  'AWS::CloudTrail::Dashboard': of('cloudtrail', 'cloudtrail:*:*:dashboard/*'),
  'AWS::CloudTrail::EventDataStore': of('cloudtrail', 'cloudtrail:*:*:eventdatastore/*'),
  'AWS::CodeArtifact::Domain': of('codeartifact', 'codeartifact:*:*:domain/*'),
  'AWS::DynamoDB::Stream': of('dynamodb', 'dynamodb:*:*:table/*/stream/*'),
  'AWS::DynamoDB::Table': of('dynamodb', 'dynamodb:*:*:table/*'),
  'AWS::EFS::FileSystem': of('elasticfilesystem', 'elasticfilesystem:*:*:file-system/*'),
  'AWS::IAM::AssumeRolePolicyDocument': of('sts', 'iam::*:role/*'),
  'AWS::KMS::Key': of('kms', 'kms:*:*:key/*'),
  'AWS::Kinesis::Stream': of('kinesis', 'kinesis:*:*:stream/*'),
  'AWS::Kinesis::StreamConsumer': of('kinesis', 'kinesis:*:*:stream/*/consumer/*'),
  'AWS::Lambda::Function': of('lambda', 'lambda:*:*:function:*'),
  'AWS::OpenSearchService::Domain': of('es', 'es:*:*:domain/*'),
  'AWS::S3::AccessPoint': of('s3', 's3:*:*:accesspoint/*', 'accessPoint'),
  'AWS::S3::Bucket': of('s3', 's3:::*', 'bucket'),
  'AWS::S3::Glacier': of('glacier', 'glacier:*:*:vaults/*'),
  'AWS::S3Express::AccessPoint': of('s3express', 's3express:*:*:accesspoint/*', 'accessPoint'),
  'AWS::S3Express::DirectoryBucket': of('s3express', 's3express:*:*:bucket/*', 'bucket'),
  'AWS::S3Outposts::AccessPoint': of('s3-outposts', 's3-outposts:*:*:outpost/*/accesspoint/*', 'accessPoint'),
  'AWS::S3Outposts::Bucket': of('s3-outposts', 's3-outposts:*:*:outpost/*/bucket/*', 'bucket'),
  'AWS::S3Tables::Table': of('s3tables', 's3tables:*:*:bucket/*/table/*'),
  'AWS::S3Tables::TableBucket': of('s3tables', 's3tables:*:*:bucket/*'),
  'AWS::SNS::Topic': of('sns', 'sns:*:*:*'),
  'AWS::SQS::Queue': of('sqs', 'sqs:*:*:*'),
  'AWS::SecretsManager::Secret': of('secretsmanager', 'secretsmanager:*:*:secret:*'),
};
