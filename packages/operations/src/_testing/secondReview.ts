import type { ActionName } from '@policywright/catalog';

/** A page of AWS that says what a call needs besides its table "API operations". */
export interface ReviewedPage {
  readonly page: string;
  /** The day on which it was read in a stored copy; `undefined` where it was not at hand, and is known. */
  readonly read: string | undefined;
  /** What it says, in short. */
  readonly says: string;
}

/** The day of the second review of the worked calls, each against the tables "API operations" and "Actions" of its service. */
export const REVIEWED = '2026-11-30';

const S3_ACTIONS: ReviewedPage = {
  page: 'AmazonS3/latest/userguide/using-with-s3-policy-actions.html',
  read: '2026-11-30',
  says: 'versions, ACLs and tags have actions of their own; of objects under a key the caller needs it, too',
};

const DIRECTORY_BUCKETS: ReviewedPage = {
  page: 'AmazonS3/latest/userguide/s3-express-authenticating-authorizing.html',
  read: '2026-11-30',
  says: 'who works on objects of a directory bucket needs a session with it',
};

const PARAMETER_STORE: ReviewedPage = {
  page: 'kms/latest/developerguide/services-parameter-store.html',
  read: '2026-11-30',
  says: 'a standard value is encrypted under the key, an advanced one under a data key; decrypting needs the key for both; a parameter without a key has the one that AWS manages',
};

const SECRETS_MANAGER: ReviewedPage = {
  page: 'secretsmanager/latest/userguide/security-encryption.html',
  read: '2026-11-30',
  says: 'the caller needs a data key and decryption to store a value, decryption to read one',
};

const QUEUE_KEYS: ReviewedPage = {
  page: 'AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html',
  read: '2026-11-30',
  says: 'who sends needs a data key and decryption, who receives decryption',
};

/** What pages beside the tables say, by operation. */
export const GUIDES: Readonly<Partial<Record<ActionName, ReviewedPage>>> = {
  'ecs:ExecuteCommand': {
    page: 'AmazonECS/latest/developerguide/ecs-exec.html',
    read: '2026-11-30',
    says: 'the session can be encrypted under a key of the cluster',
  },
  'ecs:UpdateService': {
    page: 'AmazonECS/latest/developerguide/using-service-linked-roles.html',
    read: '2026-11-30',
    says: 'the role is made with a cluster, or a service that is made or updated',
  },
  'ec2:RunInstances': {
    page: 'ebs/latest/userguide/ebs-encryption-requirements.html',
    read: '2026-11-30',
    says: 'which actions on the key the caller needs for volumes under it',
  },
  'lambda:CreateFunction': {
    page: 'lambda/latest/api/API_CreateFunction.html',
    read: '2026-11-30',
    says: 'members name the object with the code, its version and the image; read in the source of the guide as of 2022. That the caller needs the object, it does not say',
  },
  'lambda:UpdateFunctionConfiguration': {
    page: 'lambda/latest/dg/configuration-vpc.html',
    read: '2026-11-30',
    says: 'the caller needs to see groups, subnets and VPC; read in the source of the guide as of 2022',
  },
  'cloudformation:CreateStack': {
    page: 'AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html',
    read: '2026-11-30',
    says: 'resources are made with the role that is passed, and else with a session of the caller',
  },
  'cloudformation:DescribeStacks': {
    page: 'AWSCloudFormation/latest/APIReference/API_DescribeStacks.html',
    read: '2026-11-30',
    says: 'listing all stacks is needed only without a name, and no ARN of a stack stands for it then',
  },
  's3:PutObject': S3_ACTIONS,
  's3:GetObject': S3_ACTIONS,
  's3:CopyObject': S3_ACTIONS,
  's3:UploadPartCopy': S3_ACTIONS,
  's3:DeleteObject': DIRECTORY_BUCKETS,
  'apprunner:CreateService': {
    page: 'apprunner/latest/dg/using-service-linked-roles-management.html',
    read: '2026-11-30',
    says: 'the role is made with the first service',
  },
  'apprunner:CreateVpcConnector': {
    page: 'apprunner/latest/dg/using-service-linked-roles-networking.html',
    read: '2026-11-30',
    says: 'the role for networking is made with the first VPC connector',
  },
  'elasticmapreduce:RunJobFlow': {
    page: 'emr/latest/ManagementGuide/using-service-linked-roles-cleanup.html',
    read: '2026-11-30',
    says: 'the role for cleaning up is made with a cluster where there is none yet',
  },
  'secretsmanager:PutSecretValue': SECRETS_MANAGER,
  'secretsmanager:GetSecretValue': SECRETS_MANAGER,
  'secretsmanager:CreateSecret': SECRETS_MANAGER,
  'sqs:SendMessage': QUEUE_KEYS,
  'sqs:ReceiveMessage': QUEUE_KEYS,
  'sns:Publish': {
    page: 'sns/latest/dg/sns-key-management.html',
    read: '2026-11-30',
    says: 'who publishes needs a data key and decryption',
  },
  'dynamodb:Query': {
    page: 'amazondynamodb/latest/developerguide/api-permissions-reference.html',
    read: '2026-11-30',
    says: 'whoever queries an index needs the index, whoever queries the table the table',
  },
  'rds:CreateDBInstance': {
    page: 'AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html',
    read: '2026-11-30',
    says: 'the caller needs a grant on the key and to describe it',
  },
  'eks:CreateCluster': {
    page: 'eks/latest/userguide/using-service-linked-roles-eks.html',
    read: '2026-11-30',
    says: 'the role is made with the first cluster',
  },
  'ssm:GetParameters': PARAMETER_STORE,
  'ssm:PutParameter': PARAMETER_STORE,
  'ecr:BatchGetImage': {
    page: 'AmazonECR/latest/userguide/pull-through-cache-iam.html',
    read: '2026-11-30',
    says: 'the first pull through a cache imports the image and may make the repository',
  },
  'kinesis:PutRecord': {
    page: 'streams/latest/dev/permissions-user-key-KMS.html',
    read: '2026-11-30',
    says: 'producers need a data key',
  },
  'athena:StartQueryExecution': {
    page: 'athena/latest/ug/security-iam-athena-calledvia.html',
    read: '2026-11-30',
    says: 'the caller needs to invoke the function of a federated query, which Athena does in the name of the caller',
  },
};
