import { cite, citeRead, type Page } from '../citation.ts';
import type { Citation } from '../../model/citation.ts';

/** The day on which pages and models were read. */
const READ = '2026-11-30';
/** The API models, whose rules AWS's API references print. */
const MODELS = 'botocore 1.43.11';

// Pages that are no reference of an operation: title, path.
const GUIDES = `
accessPointNames Access points naming rules, restrictions, and limitations|AmazonS3/latest/userguide/access-points-restrictions-limitations-naming-rules
arns Identify AWS resources with Amazon Resource Names (ARNs)|IAM/latest/UserGuide/reference-arns
awsDocuments Identity-based policy examples for AWS Systems Manager|systems-manager/latest/userguide/security_iam_id-based-policy-examples
bucketNames General purpose bucket naming rules|AmazonS3/latest/userguide/bucketnamingrules
directoryBucketNames Directory bucket naming rules|AmazonS3/latest/userguide/directory-bucket-naming-rules
httpApis APIs|apigatewayv2/latest/api-reference/apis
identifiers IAM identifiers|IAM/latest/UserGuide/reference_identifiers
keyIds Key identifiers (KeyId)|kms/latest/developerguide/concepts
objectKeys Naming Amazon S3 objects|AmazonS3/latest/userguide/object-keys
prefixLists AWS-managed prefix lists|vpc/latest/userguide/working-with-aws-managed-prefix-lists
rdsArns Constructing an ARN for Amazon RDS|AmazonRDS/latest/UserGuide/USER_Tagging.ARN.Constructing
resourceIds Resource IDs|AWSEC2/latest/UserGuide/resource-ids
secretArns What's in a Secrets Manager secret?|secretsmanager/latest/userguide/whats-in-a-secret
`;

// Where the API references of services stand.
const REFERENCES = `
acm acm/latest/APIReference
apigateway apigateway/latest/api
cloudformation AWSCloudFormation/latest/APIReference
cloudfront cloudfront/latest/APIReference
codebuild codebuild/latest/APIReference
cognito-identity cognitoidentity/latest/APIReference
cognito-idp cognito-user-identity-pools/latest/APIReference
dynamodb amazondynamodb/latest/APIReference
ecr AmazonECR/latest/APIReference
ecs AmazonECS/latest/APIReference
eks eks/latest/APIReference
elasticloadbalancing elasticloadbalancing/latest/APIReference
events eventbridge/latest/APIReference
firehose firehose/latest/APIReference
glue glue/latest/webapi
iam IAM/latest/APIReference
kinesis kinesis/latest/APIReference
kms kms/latest/APIReference
lambda lambda/latest/api
logs AmazonCloudWatchLogs/latest/APIReference
rds AmazonRDS/latest/APIReference
route53 Route53/latest/APIReference
s3 AmazonS3/latest/API
s3-object-lambda AmazonS3/latest/API
secretsmanager secretsmanager/latest/apireference
sns sns/latest/api
sqs AWSSimpleQueueService/latest/APIReference
ssm systems-manager/latest/APIReference
states step-functions/latest/apireference
sts STS/latest/APIReference
`;

/**
 * Cites the page of a fact.
 *
 * @param service - whose name it is: its API reference is meant where the page is an operation.
 * @param page - `bucketNames+`, `CreateCluster=` or `sts:AssumeRole=`, with the sign that names.ts explains.
 */
export function citeArnPage(service: string, page: string): Citation {
  const sign = page.slice(-1);
  const name = page.slice(0, -1);
  const found = pageOf(service, name);
  if (sign === '+') return citeRead(found, READ);
  return cite(found, sign === '=' ? { kind: 'model', name: `${MODELS}: ${name}` } : undefined, READ);
}

function pageOf(service: string, name: string): Page {
  const guide = behind(GUIDES, name);
  if (guide !== undefined) {
    const [title = '', path = ''] = guide.split('|');
    return { title, path: `${path}.html` };
  }
  const colon = name.indexOf(':');
  const operation = name.slice(colon + 1);
  const reference = behind(REFERENCES, colon < 0 ? service : name.slice(0, colon)) ?? '';
  return { title: operation.slice(operation.indexOf('_') + 1), path: `${reference}/API_${operation}.html` };
}

/** What stands behind the first word of a line. */
function behind(table: string, word: string): string | undefined {
  const start = table.indexOf(`\n${word} `);
  if (start < 0) return undefined;
  return table.slice(start + word.length + 2, table.indexOf('\n', start + 1));
}
