// The variables in front of the resource, in the form of names.ts.

/** What holds for every service; accounts are digits, or a word where AWS owns the resource. */
export const FIELDS: string = `
* Partition aws|aws-[a-z-]{1,} identifiers+
* Region [a-z0-9-]{1,} arns?
* Account [a-z0-9-]{1,} arns?
* AccountId [a-z0-9-]{1,} arns?
`;

/** Services all of whose resources with a variable account belong to one of twelve digits; from memory, unchecked. */
export const ACCOUNTS_OF_DIGITS: string =
  'acm codebuild cognito-identity cognito-idp dynamodb ecr ecs eks elasticloadbalancing execute-api kms logs rds ' +
  's3express secretsmanager sns sqs states sts';

/** Accounts as API models have them, and those of services whose own resources have a word for an account, or none. */
export const ACCOUNTS: string = `
lambda Account [0-9]{12} GetFunction=
kinesis Account [0-9]{12} DescribeStreamConsumer=
firehose Account [0-9]{12} DescribeDeliveryStream=
s3 Account [0-9]{12} control_GetStorageLensGroup=
s3-object-lambda Account [0-9]{12} control_GetAccessPointConfigurationForObjectLambda=
events Account [0-9]{12}| DescribeConnection=
iam Account aws|partner|[0-9]{12} identifiers? policy
iam Account [0-9]{12}|cloudfront identifiers? user
iam Account [0-9]{12} identifiers+
ec2 Account [0-9]{12}|aws prefixLists? prefix-list
ec2 Account [0-9]{12} arns?
ssm Account [0-9]{12}| awsDocuments? document|automation-definition|parameter
ssm Account [0-9]{12} arns?
cloudformation Account [0-9]{12}|aws arns?
`;
