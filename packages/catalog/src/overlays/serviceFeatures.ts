import { cite } from './citation.ts';
import type { Citation } from './citation.ts';

/** The features that the imported data does not tell. */
export interface CuratedFeatures {
  readonly resourceBasedPolicies: Support;
  readonly acls: Support;
  readonly temporaryCredentials: Support;
  readonly principalPermissions: Support;
  readonly serviceLinkedRoles: Support;
}

/** Whether a service supports a feature; `unknown` is said where nobody has written it down yet. */
export type Support = 'yes' | 'partial' | 'no' | 'unknown';

/** Where the facts of the table below are from. */
export const FEATURES_SOURCE: Citation = cite('AWS services that work with IAM');

// One service a line: prefix, then resource-based policies, ACLs, temporary credentials, principal permissions
// (forward access sessions), service-linked roles. y yes, p partial, n no, - not known.
const TABLE = `
access-analyzer n n y - y
acm n n y - y
acm-pca y n y - n
apigateway y n y - y
application-autoscaling n n y - y
apprunner n n y - y
appsync n n y - y
athena n n y - n
autoscaling n n y - y
backup y n y - y
batch n n y - y
cloudformation n n y - y
cloudfront n n y - y
cloudtrail p n y - y
cloudwatch - n y - p
codeartifact y n y - n
codebuild p n y - n
codecommit n n y - n
codedeploy n n y - n
codepipeline n n y - n
cognito-identity n n y - n
cognito-idp n n y - y
config n n y - y
connect n n y - y
dax n n y - y
detective n n y - y
directconnect n n y - y
dynamodb y n y - y
ec2 n n y - p
ecr y n y - y
ecs n n y y y
eks n n y - y
elasticache n - y - y
elasticbeanstalk n n y - y
elasticfilesystem y n y - y
elasticloadbalancing n n y - y
elasticmapreduce n n y - y
es y n y - y
events y n y - y
execute-api y n y - -
firehose n n y - n
fsx n n y - y
glacier y n y - n
globalaccelerator n n y - y
glue y n y - -
guardduty n n y - y
iam p n y - n
inspector2 n n y - y
kafka y n y - y
kinesis y n y - n
kms y n y - y
lakeformation n n y - y
lambda y n y - p
logs y n y - y
macie2 n n y - y
memorydb n - y - y
mq n n y - y
network-firewall y n y - y
organizations y n y - y
ram n n y - y
rds n n y - y
redshift - n y - y
route53 n n y - n
route53resolver n n y - y
s3 y y y - p
sagemaker - n y - -
scheduler n n y - n
secretsmanager y n y - -
securityhub n n y - y
shield n n y - y
sns y n y - n
sqs y n y - n
ssm - n y - y
sso n n y - y
states n n y - n
sts n n y - n
transfer n n y - n
vpc-lattice y n y - y
wafv2 - n y - y
xray - n y - n
`;

const SUPPORT: Readonly<Record<string, Support>> = { y: 'yes', p: 'partial', n: 'no' };

const ROWS: ReadonlyMap<string, CuratedFeatures> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [prefix = '', ...letters] = line.split(' ');
      const [policies, acls, temporary, principal, linked] = letters.map(
        (letter) => SUPPORT[letter] ?? 'unknown',
      );
      return [
        prefix,
        {
          resourceBasedPolicies: policies ?? 'unknown',
          acls: acls ?? 'unknown',
          temporaryCredentials: temporary ?? 'unknown',
          principalPermissions: principal ?? 'unknown',
          serviceLinkedRoles: linked ?? 'unknown',
        },
      ];
    }),
);

/** The curated features of a service, or `undefined` where it has not been looked at. */
export function curatedFeatures(prefix: string): CuratedFeatures | undefined {
  return ROWS.get(prefix);
}

/** The prefixes of the services that have been looked at, sorted. */
export function curatedPrefixes(): readonly string[] {
  return [...ROWS.keys()];
}
