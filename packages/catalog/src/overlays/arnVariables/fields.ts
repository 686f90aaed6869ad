// The variables in front of the resource, in the form of names.ts.

/** What holds for every service; accounts are digits, or a word where AWS owns the resource. */
export const FIELDS: string = `
* Partition aws|aws-[a-z-]{1,} identifiers+
* Region [a-z0-9-]{1,} arns?
* Account [a-z0-9-]{1,} arns?
* AccountId [a-z0-9-]{1,} arns?
`;

/** Services all of whose resources with a variable account belong to an account of twelve digits. */
export const ACCOUNTS_OF_DIGITS: string =
  'acm codebuild cognito-identity cognito-idp dynamodb ecr ecs eks elasticloadbalancing events execute-api firehose ' +
  'kinesis kms lambda logs rds s3 s3-object-lambda s3express secretsmanager sns sqs states sts';

/** Services of which AWS's own resources have a word for an account, or none. */
export const ACCOUNTS_WITH_WORDS: string = `
iam Account aws|partner|[0-9]{12} identifiers? policy
iam Account [0-9]{12}|cloudfront identifiers? user
iam Account [0-9]{12} identifiers+
ec2 Account [0-9]{12}|aws prefixLists? prefix-list
ec2 Account [0-9]{12} arns?
ssm Account [0-9]{12}| awsDocuments? document|automation-definition|parameter
ssm Account [0-9]{12} arns?
cloudformation Account [0-9]{12}|aws arns?
`;
