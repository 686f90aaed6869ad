/** Which operations of a service reach resources of other accounts, given by names in lower case. */
export interface CrossAccountReach {
  /** Whether only the named operations do, or all but them. */
  readonly across: 'these' | 'none of these';
  readonly names: ReadonlySet<string>;
}

/**
 * What a service lets callers of other accounts do at most, by its prefix, where its guide says so (rules S176
 * and S205 to S207). Services that are not listed say nothing. Read 2026-11-29.
 */
export const CROSS_ACCOUNT_REACH: ReadonlyMap<string, CrossAccountReach> = new Map([
  // KMS Developer Guide, kms-api-permissions-reference and key-policy-modifying-external-accounts.
  [
    'kms',
    reach(
      'these',
      'CreateGrant Decrypt DeriveSharedSecret DescribeKey Encrypt GenerateDataKey GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext GenerateDataKeyWithoutPlaintext GenerateMac GenerateRandom GetKeyRotationStatus GetPublicKey ListGrants ListRetirableGrants ReEncryptFrom ReEncryptTo RetireGrant RevokeGrant Sign Verify VerifyMac',
    ),
  ],
  // Secrets Manager User Guide, auth-and-access_examples_cross.
  [
    'secretsmanager',
    reach(
      'these',
      'CancelRotateSecret DeleteResourcePolicy DeleteSecret DescribeSecret GetRandomPassword GetResourcePolicy GetSecretValue ListSecretVersionIds PutResourcePolicy PutSecretValue RemoveRegionsFromReplication ReplicateSecretToRegions RestoreSecret RotateSecret StopReplicationToReplica TagResource UntagResource UpdateSecret UpdateSecretVersionStage ValidateResourcePolicy',
    ),
  ],
  // DynamoDB Developer Guide, rbac-iam-actions; ConditionCheckItem as a part of transactions.
  [
    'dynamodb',
    reach(
      'these',
      'BatchGetItem BatchWriteItem ConditionCheckItem DeleteItem DeleteTable DescribeStream DescribeTable GetItem GetRecords GetShardIterator ListTagsOfResource PutItem Query Scan TagResource UntagResource UpdateItem UpdateTable',
    ),
  ],
  // Lambda Developer Guide, access-control-resource-based; GetLayerVersion by a layer's policy.
  [
    'lambda',
    reach(
      'these',
      'CreateAlias DeleteAlias DeleteFunction DeleteFunctionConcurrency DeleteFunctionEventInvokeConfig DeleteProvisionedConcurrencyConfig GetAlias GetFunction GetFunctionConcurrency GetFunctionConfiguration GetFunctionEventInvokeConfig GetLayerVersion GetPolicy GetProvisionedConcurrencyConfig InvokeFunction InvokeFunctionUrl ListAliases ListFunctionEventInvokeConfigs ListProvisionedConcurrencyConfigs ListTags ListVersionsByFunction PublishVersion PutFunctionConcurrency PutFunctionEventInvokeConfig PutProvisionedConcurrencyConfig TagResource UntagResource UpdateAlias UpdateFunctionCode UpdateFunctionEventInvokeConfig',
    ),
  ],
  // Kinesis Data Streams Developer Guide, controlling-access.
  [
    'kinesis',
    reach(
      'these',
      'DescribeStreamConsumer DescribeStreamSummary GetRecords GetShardIterator ListShards PutRecord PutRecords SubscribeToShard',
    ),
  ],
  // AWS Backup Developer Guide, create-a-vault-access-policy.
  ['backup', reach('these', 'CopyIntoBackupVault')],
  // Private CA User Guide, pca-rbp.
  [
    'acm-pca',
    reach(
      'these',
      'DescribeCertificateAuthority GetCertificate GetCertificateAuthorityCertificate IssueCertificate ListPermissions ListTags RevokeCertificate',
    ),
  ],
  // CloudHSM API Reference.
  ['cloudhsm', reach('these', 'CreateCluster DescribeBackups')],
  // CloudWatch Logs API Reference, PutResourcePolicy and PutDestinationPolicy.
  ['logs', reach('these', 'PutSubscriptionFilter')],
  // SQS Developer Guide, sqs-overview-of-managing-access.
  [
    'sqs',
    reach(
      'none of these',
      'AddPermission CancelMessageMoveTask CreateQueue DeleteQueue ListMessageMoveTasks ListQueueTags ListQueues RemovePermission SetQueueAttributes StartMessageMoveTask TagQueue UntagQueue',
    ),
  ],
  // S3 API Reference, Get-, Put- and DeleteBucketPolicy; S3 User Guide, using-with-s3-policy-actions, for what bucket policies cannot grant.
  [
    's3',
    reach(
      'none of these',
      'CreateAccessPoint CreateJob DeleteAccessPoint DeleteAccessPointPolicy DeleteBucketPolicy DeleteJobTagging DescribeJob GetAccessGrantsInstance GetAccessPoint GetAccessPointPolicy GetAccessPointPolicyStatus GetBucketPolicy GetJobTagging PutAccessPointPolicy PutBucketPolicy PutJobTagging UpdateJobPriority UpdateJobStatus',
    ),
  ],
  // S3 API Reference, operations on Outposts buckets.
  ['s3-outposts', reach('none of these', 'DeleteBucketPolicy GetBucket GetBucketPolicy PutBucketPolicy')],
  // S3 API Reference, operations on directory buckets.
  [
    's3express',
    reach(
      'none of these',
      'CreateBucket DeleteBucket DeleteBucketPolicy DeleteEncryptionConfiguration DeleteLifecycleConfiguration DeleteMetricsConfiguration GetBucketPolicy GetEncryptionConfiguration GetLifecycleConfiguration GetMetricsConfiguration ListAllMyDirectoryBuckets PutBucketPolicy PutEncryptionConfiguration PutLifecycleConfiguration PutMetricsConfiguration',
    ),
  ],
  // IAM User Guide, id_roles_use_passrole.
  ['iam', reach('none of these', 'PassRole')],
  // Payment Cryptography API Reference.
  [
    'payment-cryptography',
    reach(
      'none of these',
      'AssociateMpaTeam CreateAlias CreateKey DeleteAlias DeleteResourcePolicy DisableDefaultKeyReplicationRegions DisassociateMpaTeam EnableDefaultKeyReplicationRegions GetAlias GetDefaultKeyReplicationRegions GetMpaTeamAssociation GetParametersForExport GetParametersForImport GetResourcePolicy ListAliases ListKeys PutResourcePolicy UpdateAlias',
    ),
  ],
  // Refactor Spaces API Reference.
  ['refactor-spaces', reach('none of these', 'ListTagsForResource TagResource UntagResource')],
  // Systems Manager API Reference.
  ['ssm', reach('none of these', 'DeleteOpsItem')],
  // IAM Identity Center API Reference.
  ['sso', reach('none of these', 'DeleteInstance')],
]);

function reach(across: CrossAccountReach['across'], names: string): CrossAccountReach {
  return { across, names: new Set(names.toLowerCase().split(' ')) };
}
