import { cite, dayOf, withoutDay } from './citation.ts';
import type { Citation } from './citation.ts';
import { PAGES } from './pages.ts';

/** Features that the imported data does not tell and that have no overlay of their own. */
export interface CuratedFeatures {
  readonly acls: Support;
  readonly temporaryCredentials: Support;
  /** Which roles these are is in `serviceLinkedRoles`. */
  readonly serviceLinkedRoles: Support;
  readonly source: Citation;
}

/** Whether a service supports a feature; `unknown` is said where nobody has written it down yet. */
export type Support = 'yes' | 'partial' | 'no' | 'unknown';

// One service a line: prefix, then ACLs, temporary credentials, service-linked roles, behind `@` a day of its own.
// y yes, p partial, n no, - not known.
const TABLE = `
access-analyzer n y y
acm n y y
acm-pca n y n
apigateway n y y
application-autoscaling n y y
apprunner n y y
appsync n y y
athena n y y
autoscaling n y y
backup n y y
batch n y y
cloudformation n y y
cloudfront n y y
cloudtrail n y y
cloudwatch n y p
codeartifact n y n
codebuild n y n
codecommit n y n
codedeploy n y n
codepipeline n y n
cognito-identity n y n
cognito-idp n y y
config n y y
connect n y y
dax n y y
detective n y y
directconnect n y y
dynamodb n y y
ec2 n y p
ecr n y y
ecs n y y
eks n y y
elasticache - y y
elasticbeanstalk n y y
elasticfilesystem n y y
elasticloadbalancing n y y
elasticmapreduce n y y
es n y y
events n y y
execute-api n y -
firehose n y n
fsx n y y
glacier n y n
globalaccelerator n y y
glue n y -
guardduty n y y
iam n y -
inspector2 n y y
kafka n y y
kinesis n y n
kms n y y
lakeformation n y y
lambda n y p
logs n y y
macie2 n y y
memorydb - y y
mq n y y
network-firewall n y y
organizations n y y
ram n y y
rds n y y
redshift n y y
route53 n y n
route53resolver n y y
s3 y y p
sagemaker n y y
scheduler n y n
secretsmanager n y -
securityhub n y y
shield n y y
sns n y n
sqs n y n
ssm n y y
sso n y y
states n y n
sts n y n
transfer n y n
vpc-lattice n y y
wafv2 n y y
xray n y n
`;

const SUPPORT: Readonly<Record<string, Support>> = { y: 'yes', p: 'partial', n: 'no' };

/** The curated features of a service, or `undefined` where it has not been looked at. */
export function curatedFeatures(prefix: string): CuratedFeatures | undefined {
  const start = TABLE.indexOf(`\n${prefix} `) + 1;
  if (start === 0) return undefined;
  return readFeatures(TABLE.slice(start, TABLE.indexOf('\n', start)));
}

/** Reads a line of the table above. */
export function readFeatures(line: string): CuratedFeatures {
  const [, acls = '', temporary = '', linked = ''] = withoutDay(line).split(' ');
  return {
    acls: SUPPORT[acls] ?? 'unknown',
    temporaryCredentials: SUPPORT[temporary] ?? 'unknown',
    serviceLinkedRoles: SUPPORT[linked] ?? 'unknown',
    source: cite(PAGES.services, undefined, dayOf(line)),
  };
}

/** The prefixes of the services that have been looked at, sorted. */
export function curatedPrefixes(): readonly string[] {
  const lines = TABLE.trim().split('\n');
  return lines.map((line) => line.slice(0, line.indexOf(' ')));
}
