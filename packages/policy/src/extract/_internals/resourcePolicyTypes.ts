import type { PolicyType } from '../../model/policy.ts';

/**
 * The type of the policies that a resource of CloudFormation or Terraform holds, trust policies aside, which the
 * names of their members tell. Of other resources it is not known; most have resource-based policies.
 */
export const RESOURCE_POLICY_TYPES: ReadonlyMap<string, PolicyType> = new Map<string, PolicyType>([
  ...withType('identity', [
    'AWS::IAM::Group',
    'AWS::IAM::GroupPolicy',
    'AWS::IAM::ManagedPolicy',
    'AWS::IAM::Policy',
    'AWS::IAM::Role',
    'AWS::IAM::RolePolicy',
    'AWS::IAM::User',
    'AWS::IAM::UserPolicy',
    'AWS::SSO::PermissionSet',
    'AWS::Serverless::Function',
    'AWS::Serverless::StateMachine',
    'aws_iam_group_policy',
    'aws_iam_policy',
    'aws_iam_role',
    'aws_iam_role_policy',
    'aws_iam_user_policy',
    'aws_ssoadmin_permission_set_inline_policy',
  ]),
  ...withType('resource', [
    'AWS::ApiGateway::RestApi',
    'AWS::Backup::BackupVault',
    'AWS::ECR::Repository',
    'AWS::EFS::FileSystem',
    'AWS::Events::EventBusPolicy',
    'AWS::KMS::Key',
    'AWS::KMS::ReplicaKey',
    'AWS::Logs::ResourcePolicy',
    'AWS::S3::AccessPoint',
    'AWS::S3::BucketPolicy',
    'AWS::SNS::TopicInlinePolicy',
    'AWS::SNS::TopicPolicy',
    'AWS::SQS::QueueInlinePolicy',
    'AWS::SQS::QueuePolicy',
    'AWS::SecretsManager::ResourcePolicy',
    'aws_api_gateway_rest_api_policy',
    'aws_backup_vault_policy',
    'aws_cloudwatch_log_resource_policy',
    'aws_ecr_repository_policy',
    'aws_efs_file_system_policy',
    'aws_kms_key',
    'aws_kms_key_policy',
    'aws_s3_access_point',
    'aws_s3_bucket',
    'aws_s3_bucket_policy',
    'aws_secretsmanager_secret_policy',
    'aws_sns_topic',
    'aws_sns_topic_policy',
    'aws_sqs_queue',
    'aws_sqs_queue_policy',
  ]),
  ...withType('vpcEndpoint', ['AWS::EC2::VPCEndpoint', 'aws_vpc_endpoint', 'aws_vpc_endpoint_policy']),
  // Unless its `type` says otherwise.
  ...withType('scp', ['aws_organizations_policy']),
]);

function withType(
  type: PolicyType,
  resources: readonly string[],
): readonly (readonly [string, PolicyType])[] {
  return resources.map((resource) => [resource, type] as const);
}
