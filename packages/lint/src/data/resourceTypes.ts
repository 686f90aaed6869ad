/** A type of resource that carries a policy of its own. */
export interface CarrierType {
  /** The prefix of the actions that its policy is about, which is the service field of its ARNs too. */
  readonly service: string;
  /** What stands behind the service field of the ARNs that its policy can name: Region, account, resource. */
  readonly arns: string;
}

// One type a line, as CloudFormation and `ValidatePolicy` call it: its service, and which ARNs of it the policy
// names where not all. A role's policy is its trust policy.
const TABLE = `
AWS::ApiGateway::RestApi execute-api
AWS::Backup::BackupVault backup
AWS::CodeArtifact::Domain codeartifact
AWS::CodeArtifact::Repository codeartifact
AWS::DynamoDB::Table dynamodb *:*:table/*
AWS::ECR::Repository ecr
AWS::EFS::FileSystem elasticfilesystem
AWS::Elasticsearch::Domain es
AWS::Events::EventBus events
AWS::IAM::AssumeRolePolicyDocument sts
AWS::Kinesis::Stream kinesis
AWS::KMS::Key kms *:*:key/*
AWS::Lambda::Function lambda *:*:function:*
AWS::Lambda::LayerVersion lambda *:*:layer:*
AWS::Logs::ResourcePolicy logs
AWS::OpenSearchService::Domain es
AWS::S3::AccessPoint s3 *:*:accesspoint/*
AWS::S3::Bucket s3 ::*
AWS::S3::MultiRegionAccessPoint s3 :*:accesspoint/*
AWS::S3Express::DirectoryBucket s3express
AWS::S3ObjectLambda::AccessPoint s3-object-lambda
AWS::S3Outposts::AccessPoint s3-outposts
AWS::S3Outposts::Bucket s3-outposts
AWS::S3Tables::Table s3tables
AWS::S3Tables::TableBucket s3tables
AWS::S3Vectors::VectorBucket s3vectors
AWS::SecretsManager::Secret secretsmanager
AWS::SES::EmailIdentity ses
AWS::SNS::Topic sns
AWS::SQS::Queue sqs
`;

/** The types of resource that the rules know, by name. */
export const CARRIER_TYPES: ReadonlyMap<string, CarrierType> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [name = '', service = '', arns = '*'] = line.split(' ');
      return [name, { service, arns }];
    }),
);

/** The names of the types of resource that `resourceType` can be. */
export const RESOURCE_TYPES: readonly string[] = [...CARRIER_TYPES.keys()];

/** The one whose policy is a trust policy. */
export const TRUST_POLICY = 'AWS::IAM::AssumeRolePolicyDocument';
