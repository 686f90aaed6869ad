// S176 and S205 to S207, from the same guides as the evaluator's table; read 2026-11-29. Kept apart from it, so that
// a name that goes missing there is found here.

/** Of these services only the named operations reach resources of other accounts. */
export const ONLY_THESE_CROSS: Readonly<Record<string, string>> = {
  kms: 'CreateGrant Decrypt DeriveSharedSecret DescribeKey Encrypt GenerateDataKey GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext GenerateDataKeyWithoutPlaintext GenerateMac GenerateRandom GetKeyRotationStatus GetPublicKey ListGrants ListRetirableGrants ReEncryptFrom ReEncryptTo RetireGrant RevokeGrant Sign Verify VerifyMac',
  secretsmanager:
    'CancelRotateSecret DeleteResourcePolicy DeleteSecret DescribeSecret GetRandomPassword GetResourcePolicy GetSecretValue ListSecretVersionIds PutResourcePolicy PutSecretValue RemoveRegionsFromReplication ReplicateSecretToRegions RestoreSecret RotateSecret StopReplicationToReplica TagResource UntagResource UpdateSecret UpdateSecretVersionStage ValidateResourcePolicy',
  dynamodb:
    'BatchGetItem BatchWriteItem ConditionCheckItem DeleteItem DeleteTable DescribeStream DescribeTable GetItem GetRecords GetShardIterator ListTagsOfResource PutItem Query Scan TagResource UntagResource UpdateItem UpdateTable',
  lambda:
    'CreateAlias DeleteAlias DeleteFunction DeleteFunctionConcurrency DeleteFunctionEventInvokeConfig DeleteProvisionedConcurrencyConfig GetAlias GetFunction GetFunctionConcurrency GetFunctionConfiguration GetFunctionEventInvokeConfig GetLayerVersion GetPolicy GetProvisionedConcurrencyConfig InvokeFunction InvokeFunctionUrl ListAliases ListFunctionEventInvokeConfigs ListProvisionedConcurrencyConfigs ListTags ListVersionsByFunction PublishVersion PutFunctionConcurrency PutFunctionEventInvokeConfig PutProvisionedConcurrencyConfig TagResource UntagResource UpdateAlias UpdateFunctionCode UpdateFunctionEventInvokeConfig',
  kinesis:
    'DescribeStreamConsumer DescribeStreamSummary GetRecords GetShardIterator ListShards PutRecord PutRecords SubscribeToShard',
  backup: 'CopyIntoBackupVault',
  'acm-pca':
    'DescribeCertificateAuthority GetCertificate GetCertificateAuthorityCertificate IssueCertificate ListPermissions ListTags RevokeCertificate',
  cloudhsm: 'CreateCluster DescribeBackups',
  logs: 'PutSubscriptionFilter',
};

/** Of these services the named operations do not leave the account. */
export const THESE_STAY: Readonly<Record<string, string>> = {
  sqs: 'AddPermission CancelMessageMoveTask CreateQueue DeleteQueue ListMessageMoveTasks ListQueueTags ListQueues RemovePermission SetQueueAttributes StartMessageMoveTask TagQueue UntagQueue',
  s3: 'CreateAccessPoint CreateJob DeleteAccessPoint DeleteAccessPointPolicy DeleteBucketPolicy DeleteJobTagging DescribeJob GetAccessGrantsInstance GetAccessPoint GetAccessPointPolicy GetAccessPointPolicyStatus GetBucketPolicy GetJobTagging PutAccessPointPolicy PutBucketPolicy PutJobTagging UpdateJobPriority UpdateJobStatus',
  's3-outposts': 'DeleteBucketPolicy GetBucket GetBucketPolicy PutBucketPolicy',
  s3express:
    'CreateBucket DeleteBucket DeleteBucketPolicy DeleteEncryptionConfiguration DeleteLifecycleConfiguration DeleteMetricsConfiguration GetBucketPolicy GetEncryptionConfiguration GetLifecycleConfiguration GetMetricsConfiguration ListAllMyDirectoryBuckets PutBucketPolicy PutEncryptionConfiguration PutLifecycleConfiguration PutMetricsConfiguration',
  iam: 'PassRole',
  'payment-cryptography':
    'AssociateMpaTeam CreateAlias CreateKey DeleteAlias DeleteResourcePolicy DisableDefaultKeyReplicationRegions DisassociateMpaTeam EnableDefaultKeyReplicationRegions GetAlias GetDefaultKeyReplicationRegions GetMpaTeamAssociation GetParametersForExport GetParametersForImport GetResourcePolicy ListAliases ListKeys PutResourcePolicy UpdateAlias',
  'refactor-spaces': 'ListTagsForResource TagResource UntagResource',
  ssm: 'DeleteOpsItem',
  sso: 'DeleteInstance',
};
