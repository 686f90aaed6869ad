import { citeRead, citeSource } from './citation.ts';
import type { Citation } from './citation.ts';
import type { FeatureName } from '../model/featureNames.ts';
import { FEATURE_NAMES } from '../model/featureNames.ts';
import { supportOf } from './support.ts';
import type { Support } from './support.ts';

/** What the page "How SERVICE works with IAM" of a service says of the eleven features. */
export interface ServicePage {
  readonly support: Readonly<Record<FeatureName, Support>>;
  /** The page, or the source of an older one. */
  readonly source: Citation;
  /** Whether the copy that was read is of 2026; the others are of 2021 to 2024. */
  readonly isPresent: boolean;
}

/** The day on which stored copies of the pages were read. */
const PAGES_READ = '2026-11-29';

const TITLE = 'How the service works with IAM';
/** The usual name of the file. */
const PAGE = 'security_iam_service-with-iam';

// One page a line: prefix, a letter for each feature (y yes, p partial, n no, - not said), path on
// docs.aws.amazon.com; PAGE stands for the usual name of the file.
const PRESENT = `
apigateway yyyyy--y-yy apigateway/latest/developerguide/PAGE
appsync ynyynnpypnp appsync/latest/devguide/PAGE
aps yyyynnyynny prometheus/latest/userguide/PAGE
batch ynyyynyyyyy batch/latest/userguide/PAGE
bedrock yyyyynyyyyn bedrock/latest/userguide/PAGE
bedrock-agentcore ypyyynpyyyy bedrock-agentcore/latest/devguide/PAGE
cloudtrail ypyynnyyyyy awscloudtrail/latest/userguide/PAGE
codeguru-profiler yn--------- codeguru/latest/profiler-ug/PAGE
comprehend yyyyynpyyyn comprehend/latest/dg/PAGE
dsql yyyyynyyyyy aurora-dsql/latest/userguide/PAGE
dynamodb yyyyynyyyyy amazondynamodb/latest/developerguide/PAGE
ecr yyyyy--y--y AmazonECR/latest/userguide/PAGE
ecs ynypynyyyyy AmazonECS/latest/developerguide/PAGE
eks ynyyy--y-yy eks/latest/userguide/security-iam-service-with-iam.html
glue ypyyynpynyn glue/latest/dg/PAGE
imagebuilder yyyyynpyyyy imagebuilder/latest/userguide/PAGE
lex yyyynnynyyp lexv2/latest/dg/PAGE
neptune-graph ynyyynpyyyy neptune-analytics/latest/userguide/PAGE
network-firewall yyyynnyyyny network-firewall/latest/developerguide/PAGE
organizations yyyyynynyyy organizations/latest/userguide/PAGE
rds ynyyynyyyyy AmazonRDS/latest/UserGuide/PAGE
s3 yyyyyypyyyp AmazonS3/latest/userguide/PAGE
sagemaker ynyyy--y-yp sagemaker/latest/dg/PAGE
sns yyyyynpyyyn sns/latest/dg/PAGE
sqs yyyyynpyyyn AWSSimpleQueueService/latest/SQSDeveloperGuide/PAGE
ssm ynyyy--y-yy systems-manager/latest/userguide/PAGE
states ynyyynpyyyn step-functions/latest/dg/PAGE
vpc-lattice yyyyynyy-ny vpc-lattice/latest/ug/PAGE
wafv2 yyyyynpyyyy waf/latest/developerguide/PAGE
`;

// The same of older copies, by their path in AWS's repositories of documentation sources on GitHub.
const OLDER = `
application-autoscaling ynyyynpy-yy application-auto-scaling-user-guide/doc_source/PAGE
autoscaling ynyyynpy-yy amazon-ec2-auto-scaling-user-guide/doc_source/control-access-using-iam.md
cloudfront ynyyynpynny amazon-cloudfront-developer-guide/doc_source/PAGE
cloudwatch ynyyynpyyyn amazon-cloudwatch-user-guide/doc_source/security_iam_service-with-iam-cw.md
cognito-idp ynyyynpynyy amazon-cognito-developer-guide/doc_source/PAGE
config ynyyynyyyyy aws-config-developer-guide/doc_source/PAGE
devops-guru ynynynnyyny amazon-devops-guru-user-guide/doc_source/PAGE
directconnect ynyyynpyyyn aws-direct-connect-user-guide/doc_source/PAGE
elasticache ynyyyyyyyyy amazon-elasticache-docs/doc_source/redis/PAGE
elasticloadbalancing ynyyynyyyny elb-user-guide/doc_source/PAGE
fms ynyynnyyypy aws-waf-and-shield-advanced-developer-guide/doc_source/fms-PAGE
fsx ynyyynpyyyy amazon-fsx-ontap-user-guide/doc_source/PAGE
glacier yyyyynnynnn amazon-glacier-developer-guide/doc_source/PAGE
globalaccelerator ynyyyypyyny aws-global-accelerator-dev-guide/doc_source/PAGE
guardduty ynyyynpyyyy amazon-guardduty-user-guide/doc_source/PAGE
iotfleethub ynyyynyyyyn aws-iot-docs/iotfleethubguide/PAGE
iottwinmaker ynyyynpyyyn aws-iot-twinmaker-docs/doc_source/PAGE
lookoutvision ynyyynpyynn amazon-lookout-for-vision-developer-guide/doc_source/PAGE
m2 ynyyynyyyyy aws-m2-user-guide/doc_source/PAGE
mediaconvert ynyyynpyyyn aws-elemental-mediaconvert-user-guide/doc_source/PAGE
personalize ynyyynyyyyn amazon-personalize-developer-guide/doc_source/PAGE
proton ynyyynyyyyy aws-proton-user-guide/doc_source/PAGE
shield ynyyynpyyyy aws-waf-and-shield-advanced-developer-guide/doc_source/shd-PAGE
ssm-incidents yyyynnnyyyy incident-manager-user-guide/doc_source/PAGE
transcribe ynyyynpyyyn amazon-transcribe-developer-guide/doc_source/PAGE
waf ynyyynpyyyy aws-waf-and-shield-advanced-developer-guide/doc_source/classic-PAGE
`;

/** What the own page of a service says, or `undefined` where no copy was at hand. */
export function servicePage(prefix: string): ServicePage | undefined {
  const present = lineOf(PRESENT, prefix);
  if (present !== undefined) {
    const { support, path } = readLine(present, '.html');
    return { support, source: citeRead({ title: TITLE, path }, PAGES_READ), isPresent: true };
  }
  const older = lineOf(OLDER, prefix);
  if (older === undefined) return undefined;
  const { support, path } = readLine(older, '.md');
  return { support, source: { ...citeSource(path, PAGES_READ), page: TITLE }, isPresent: false };
}

/** The prefixes of the services whose own page was read, sorted. */
export function pagePrefixes(): readonly string[] {
  return `${PRESENT.trim()}\n${OLDER.trim()}`
    .split('\n')
    .map((line) => line.slice(0, line.indexOf(' ')))
    .sort();
}

function lineOf(table: string, prefix: string): string | undefined {
  const start = table.indexOf(`\n${prefix} `) + 1;
  return start === 0 ? undefined : table.slice(start, table.indexOf('\n', start));
}

function readLine(line: string, ending: string): Pick<ServicePage, 'support'> & { readonly path: string } {
  const [, letters = '', path = ''] = line.split(' ');
  const support = FEATURE_NAMES.map((feature, index) => [feature, supportOf(letters.charAt(index))]);
  return {
    // INVARIANT: the entries have every feature.
    support: Object.fromEntries(support) as Readonly<Record<FeatureName, Support>>,
    path: path.replace('PAGE', PAGE + ending),
  };
}
