import type { ActionName } from '../model/action.ts';
import { citeWithPolicy, RECORDED, dayOf, withoutDay } from './citation.ts';
import type { Citation } from '../model/citation.ts';

/** A permission that an operation needs and that the imported data does not list as its dependent action. */
export interface DependentAction {
  /** The operation. */
  readonly action: ActionName;
  /** What it needs besides. */
  readonly dependentAction: ActionName;
  /** Who needs it: the caller, or the role with which the service goes on afterwards. */
  readonly holder: 'caller' | 'role';
  /** The calls that need it, in words that follow "when"; `undefined` where every call does. */
  readonly when: string | undefined;
  /** What it is needed on, in words such as `the key of the topic`; `*` where no resource can be named. */
  readonly resource: string;
  readonly source: Citation;
}

// By page of the AWS documentation, its path and its title; `read` stands for `page` where a stored copy was read. Behind
// `@` a page or a line of operations can have a day of its own. Then what a permission is needed on and when (`-`: always);
// where a role needs it and not the caller, an AWS managed policy for such roles (`-` where none is known). Indented:
// operations, each of which needs each of the actions behind `>`.
const TABLE = `
page AmazonS3/latest/userguide/UsingKMSEncryption.html
title Using server-side encryption with AWS KMS keys (SSE-KMS)
the key of the object | a customer managed key encrypts the object
  s3:GetObject s3:GetObjectVersion > kms:Decrypt
the key of the request or the bucket | a customer managed key encrypts the object
  s3:PutObject > kms:GenerateDataKey
the key of the request or the bucket | a customer managed key encrypts the object, uploaded in parts
  s3:PutObject > kms:Decrypt
page AmazonS3/latest/userguide/using-with-s3-policy-actions.html
title Required permissions for Amazon S3 API operations
the object | the request has an ACL
  s3:PutObject > s3:PutObjectAcl
the object | the request has tags
  s3:PutObject > s3:PutObjectTagging
the object | the request has an Object Lock retention
  s3:PutObject > s3:PutObjectRetention
the object | the request has a legal hold
  s3:PutObject > s3:PutObjectLegalHold
page ebs/latest/userguide/ebs-encryption-requirements.html
title Requirements for Amazon EBS encryption
the key of the volume or snapshot | a customer managed key encrypts the volume or snapshot
  ec2:CopySnapshot ec2:CreateVolume ec2:RunInstances > kms:CreateGrant kms:Decrypt kms:DescribeKey
  ec2:CopySnapshot ec2:CreateVolume ec2:RunInstances > kms:GenerateDataKeyWithoutPlaintext kms:ReEncryptFrom
  ec2:CopySnapshot ec2:CreateVolume ec2:RunInstances > kms:ReEncryptTo
the key of the volume | a customer managed key encrypts a volume of the instance
  ec2:StartInstances > kms:CreateGrant
page AmazonECS/latest/developerguide/task_execution_IAM_role.html
title Amazon ECS task execution IAM role
the repository of the image | an image is in a private Amazon ECR repository | AmazonECSTaskExecutionRolePolicy
  ecs:CreateService ecs:RunTask ecs:StartTask > ecr:BatchGetImage ecr:GetDownloadUrlForLayer
* | an image is in a private Amazon ECR repository | AmazonECSTaskExecutionRolePolicy
  ecs:CreateService ecs:RunTask ecs:StartTask > ecr:GetAuthorizationToken
the log group | a container logs with the awslogs driver | AmazonECSTaskExecutionRolePolicy
  ecs:CreateService ecs:RunTask ecs:StartTask > logs:CreateLogStream logs:PutLogEvents
the secret | the task definition has a secret of AWS Secrets Manager | -
  ecs:CreateService ecs:RunTask ecs:StartTask > secretsmanager:GetSecretValue
the parameter | the task definition has a parameter of Parameter Store | -
  ecs:CreateService ecs:RunTask ecs:StartTask > ssm:GetParameters
read AmazonECS/latest/developerguide/ecs-exec.html @2026-11-30
title Monitor Amazon ECS containers with ECS Exec
the key of the cluster | a customer managed key encrypts sessions in the cluster
  ecs:ExecuteCommand > kms:GenerateDataKey
the key of the cluster | a customer managed key encrypts sessions in the cluster | -
  ecs:ExecuteCommand > kms:Decrypt
read AmazonECS/latest/developerguide/task-iam-roles.html @2026-11-30
title Amazon ECS task IAM role
* | - | -
  ecs:ExecuteCommand > ssmmessages:CreateControlChannel ssmmessages:CreateDataChannel ssmmessages:OpenControlChannel
  ecs:ExecuteCommand > ssmmessages:OpenDataChannel
read AmazonECR/latest/userguide/encryption-at-rest.html @2026-11-30
title Encryption at rest
the key of the repository | a customer managed key encrypts the repository
  ecr:CreateRepository > kms:CreateGrant kms:DescribeKey kms:RetireGrant
the key of the repository | a KMS key encrypts the repository
  ecr:DeleteRepository > kms:RetireGrant
page lambda/latest/dg/configuration-envvars-encryption.html
title Securing Lambda environment variables
the key of the function | a customer managed key encrypts environment variables
  lambda:CreateFunction lambda:UpdateFunctionConfiguration > kms:CreateGrant kms:Encrypt
the key of the function | it shows what a customer managed key encrypts
  lambda:GetFunction lambda:GetFunctionConfiguration > kms:Decrypt
page lambda/latest/dg/urls-auth.html @2026-11-29
title Control access to Lambda function URLs
the function | -
  lambda:InvokeFunctionUrl > lambda:InvokeFunction
page lambda/latest/dg/configuration-function-zip.html
title Deploying Lambda functions as .zip file archives
the object with the code | the code is in an S3 bucket
  lambda:CreateFunction lambda:UpdateFunctionCode > s3:GetObject
the object with the code | the code is a named version of an S3 object
  lambda:CreateFunction lambda:UpdateFunctionCode > s3:GetObjectVersion
page lambda/latest/dg/images-create.html
title Create a Lambda function using a container image
the repository of the image | the repository of the image does not let Lambda read it yet
  lambda:CreateFunction lambda:UpdateFunctionCode > ecr:GetRepositoryPolicy ecr:SetRepositoryPolicy
page lambda/latest/dg/configuration-vpc.html
title Giving Lambda functions access to resources in an Amazon VPC
* | the function is connected to a VPC
  lambda:CreateFunction lambda:UpdateFunctionConfiguration > ec2:DescribeSecurityGroups ec2:DescribeSubnets
  lambda:CreateFunction lambda:UpdateFunctionConfiguration > ec2:DescribeVpcs
page lambda/latest/dg/with-sqs.html
title Using Lambda with Amazon SQS
the queue | the source is an SQS queue | AWSLambdaSQSQueueExecutionRole
  lambda:CreateEventSourceMapping > sqs:DeleteMessage sqs:GetQueueAttributes sqs:ReceiveMessage
page lambda/latest/dg/with-kinesis.html
title Using Lambda with Kinesis Data Streams
the stream | the source is a Kinesis stream | AWSLambdaKinesisExecutionRole
  lambda:CreateEventSourceMapping > kinesis:DescribeStream kinesis:GetRecords kinesis:GetShardIterator
  lambda:CreateEventSourceMapping > kinesis:ListShards
page lambda/latest/dg/with-ddb.html
title Using Lambda with DynamoDB
the stream | the source is a DynamoDB stream | AWSLambdaDynamoDBExecutionRole
  lambda:CreateEventSourceMapping > dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator
* | the source is a DynamoDB stream | AWSLambdaDynamoDBExecutionRole
  lambda:CreateEventSourceMapping > dynamodb:ListStreams
page sns/latest/dg/sns-key-management.html
title Managing Amazon SNS encryption keys and costs
the key of the topic | a customer managed key encrypts the topic
  sns:Publish > kms:Decrypt kms:GenerateDataKey
page AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
title Amazon SQS Key management
the key of the queue | a customer managed key encrypts the queue
  sqs:SendMessage > kms:Decrypt kms:GenerateDataKey
  sqs:ReceiveMessage > kms:Decrypt
page secretsmanager/latest/userguide/security-encryption.html
title Secret encryption and decryption in AWS Secrets Manager
the key of the secret | a customer managed key encrypts the secret
  secretsmanager:BatchGetSecretValue secretsmanager:GetSecretValue > kms:Decrypt
  secretsmanager:CreateSecret secretsmanager:PutSecretValue secretsmanager:UpdateSecret > kms:Decrypt
  secretsmanager:CreateSecret secretsmanager:PutSecretValue secretsmanager:UpdateSecret > kms:GenerateDataKey
page secretsmanager/latest/userguide/retrieving-secrets_batch.html
title Retrieve a group of secrets in a batch
each secret | -
  secretsmanager:BatchGetSecretValue > secretsmanager:GetSecretValue
page systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html
title AWS KMS encryption for AWS Systems Manager Parameter Store SecureString parameters
the key of the parameter | it decrypts a SecureString with a customer managed key
  ssm:GetParameter ssm:GetParameterHistory ssm:GetParameters ssm:GetParametersByPath > kms:Decrypt
the key of the parameter | a customer managed key encrypts a standard SecureString
  ssm:PutParameter > kms:Encrypt
the key of the parameter | a customer managed key encrypts an advanced SecureString
  ssm:PutParameter > kms:GenerateDataKey
page systems-manager/latest/userguide/session-preferences-enable-encryption.html
title Turn on KMS key encryption of session data (console)
the key of the session preferences | a customer managed key encrypts the session
  ssm:StartSession > kms:GenerateDataKey
page kms/latest/developerguide/services-dynamodb.html
title How Amazon DynamoDB uses AWS KMS
the key of the table | the request names a customer managed key
  dynamodb:CreateTable dynamodb:UpdateTable > kms:CreateGrant kms:DescribeKey
page AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html
title AWS KMS key management
the key of the copy or instance | a customer managed key encrypts the copy or instance
  rds:CopyDBSnapshot rds:RestoreDBInstanceFromDBSnapshot > kms:CreateGrant kms:DescribeKey
page streams/latest/dev/permissions-user-key-KMS.html
title Permissions to use user-generated KMS keys
the key of the stream | a customer managed key encrypts the stream
  kinesis:PutRecord kinesis:PutRecords > kms:GenerateDataKey
  kinesis:GetRecords > kms:Decrypt
page AWSCloudFormation/latest/UserGuide/control-access-with-iam.html
title Control CloudFormation access with AWS Identity and Access Management
the object with the template | the template is in an S3 bucket
  cloudformation:CreateChangeSet cloudformation:CreateStack cloudformation:UpdateStack > s3:GetObject
page aws-backup/latest/devguide/access-control.html
title Access control
* | -
  backup:CreateBackupVault > backup-storage:MountCapsule
the key of the vault | a customer managed key encrypts the vault
  backup:CreateBackupVault > kms:CreateGrant kms:Decrypt kms:DescribeKey kms:GenerateDataKey kms:RetireGrant
page awscloudtrail/latest/userguide/creating-an-organizational-trail-prepare.html
title Prepare for creating a trail for your organization
* | the trail is for the organization
  cloudtrail:CreateTrail > organizations:DescribeOrganization organizations:EnableAWSServiceAccess
`;

// Services through which an AWS managed policy lets its holders use KMS keys (`kms:ViaService`): service, action of KMS,
// policy. Which operations of the service do so is from the pages.
const VIA_SERVICE = `
backup CreateGrant AWSBackupFullAccess
dynamodb DescribeKey AWSBackupServiceRolePolicyForRestores
ec2 CreateGrant AWSServiceRoleForImageBuilder
ec2 Decrypt AWSServiceRoleForImageBuilder
ec2 DescribeKey AWSServiceRoleForImageBuilder
ec2 GenerateDataKeyWithoutPlaintext AWSServiceRoleForImageBuilder
ec2 ReEncryptFrom AWSBackupServiceRolePolicyForRestores
ec2 ReEncryptTo AWSServiceRoleForImageBuilder
ecr CreateGrant AWSTransformApplicationECSDeploymentPolicy
kinesis GenerateDataKey DynamoDBKinesisReplicationServiceRolePolicy
rds CreateGrant AWSBackupServiceLinkedRolePolicyForBackup
rds DescribeKey AWSBackupServiceRolePolicyForRestores
s3 Decrypt AWS-SSM-DiagnosisAutomation-ExecutionRolePolicy
s3 GenerateDataKey AWS-SSM-DiagnosisAutomation-ExecutionRolePolicy
secretsmanager Decrypt AWSSecretsManagerClientReadOnlyAccess
secretsmanager GenerateDataKey AmazonEventBridgeApiDestinationsServiceRolePolicy
sqs Decrypt SageMakerStudioProjectUserRolePolicy
sqs GenerateDataKey SageMakerStudioProjectUserRolePolicy
ssm Decrypt AmazonDataZoneFullAccess
`;

let rows: readonly DependentAction[] | undefined;

/**
 * Lists dependent actions of much used operations that the imported data lacks, sorted by operation. Nothing is known
 * of operations that are missing. Roles that operations pass are in `roleParameters`.
 */
export function dependentActions(): readonly DependentAction[] {
  return (rows ??= readDependentActions(TABLE));
}

/** Reads facts as the table above has them. */
export function readDependentActions(table: string): readonly DependentAction[] {
  const viaService = new Map(
    VIA_SERVICE.trim()
      .split('\n')
      .map((line) => {
        const [service = '', action = '', policy = ''] = line.split(' ');
        return [`${service} kms:${action}`, policy];
      }),
  );
  const facts: DependentAction[] = [];
  let path = '';
  let title = '';
  let day = RECORDED;
  let isRead = false;
  let circumstances: readonly string[] = [];
  for (const line of table.trim().split('\n')) {
    if (line.startsWith('page ') || line.startsWith('read ')) {
      isRead = line.startsWith('read ');
      path = withoutDay(line.slice('page '.length));
      day = dayOf(line);
    } else if (line.startsWith('title ')) title = line.slice('title '.length);
    else if (line.startsWith(' ')) {
      const [resource = '', when, rolePolicy] = circumstances;
      const recorded = dayOf(line, day);
      for (const [action, dependentAction] of pairsOf(withoutDay(line))) {
        const service = action.slice(0, action.indexOf(':'));
        const policy = rolePolicy ?? viaService.get(`${service} ${dependentAction}`);
        const source = citeWithPolicy({ title, path }, policy, recorded);
        facts.push({
          action,
          dependentAction,
          holder: rolePolicy === undefined ? 'caller' : 'role',
          when: when === '-' ? undefined : when,
          resource,
          source: isRead ? { ...source, read: true, checked: true } : source,
        });
      }
    } else circumstances = line.split(' | ');
  }
  return facts.sort((a, b) => compare(a.action, b.action) || compare(a.dependentAction, b.dependentAction));
}

/** Each operation of a line with each of the actions that it needs. */
function pairsOf(line: string): readonly (readonly [ActionName, ActionName])[] {
  const [operations = [], needed = []] = line
    .split('>')
    .map((names) => names.trim().split(' ') as ActionName[]);
  return operations.flatMap((operation) => needed.map((action) => [operation, action] as const));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
