import { citeRead, citeSource, dayOf, withoutDay } from './citation.ts';
import type { Citation } from '../model/citation.ts';
import { type FeatureName, FEATURE_NAMES } from '../model/featureNames.ts';
import { supportOf } from './supportOf.ts';
import type { Support } from '../model/support.ts';

/** What the page "How SERVICE works with IAM" of a service says of the eleven features. */
export interface ServicePage {
  readonly support: Readonly<Record<FeatureName, Support>>;
  /** The page, or the source of an older one. */
  readonly source: Citation;
  /** Whether the copy that was read is of 2026; the others are of 2021 to 2024. */
  readonly isPresent: boolean;
}

/** The day on which stored copies of the pages were read, of those that have no day of their own. */
const PAGES_READ = '2026-11-29';

const TITLE = 'How the service works with IAM';
/** The usual name of the file. */
const PAGE = 'security_iam_service-with-iam';

// One page a line: prefix, a letter for each feature (y yes, p partial, n no, - not said), path on
// docs.aws.amazon.com, behind `@` a day of its own; PAGE stands for the usual name of the file.
const PRESENT = `
account ----ynnyynn accounts/latest/reference/PAGE @2026-11-30
acm ynyyynyyyny acm/latest/userguide/PAGE @2026-11-30
amplify ynyyynpyyyn amplify/latest/userguide/PAGE @2026-11-30
aoss y-yyy-yy--y opensearch-service/latest/developerguide/security-iam-serverless.html @2026-11-30
apigateway yyyyy--y-yy apigateway/latest/developerguide/PAGE
appfabric ----nnynyny appfabric/latest/adminguide/PAGE @2026-11-30
appflow ynyypnyyynn appflow/latest/userguide/PAGE @2026-11-30
appmesh -n-----y-ny app-mesh/latest/userguide/PAGE @2026-11-30
apprunner ynyyy----yy apprunner/latest/dg/PAGE @2026-11-30
appsync ynyynnpypnp appsync/latest/devguide/PAGE
aps yyyynnyynny prometheus/latest/userguide/PAGE
arc-region-switch ----yyyyynn r53recovery/latest/dg/security_iam_service-with-iam-region-switch.html @2026-11-30
auditmanager ynyypnyyyny audit-manager/latest/userguide/PAGE @2026-11-30
autoscaling ynyyynpy-yy autoscaling/ec2/userguide/control-access-using-iam.html @2026-11-30
batch ynyyynyyyyy batch/latest/userguide/PAGE
bedrock yyyyynyyyyn bedrock/latest/userguide/PAGE
bedrock-agentcore ypyyynpyyyy bedrock-agentcore/latest/devguide/PAGE
billing ynypynpyyyn awsaccountbilling/latest/aboutv2/PAGE @2026-11-30
billingconductor y-yyy--y-y- billingconductor/latest/userguide/PAGE @2026-11-30
cassandra ynyyy--y-ny keyspaces/latest/devguide/PAGE @2026-11-30
ce ynypynpyyyn cost-management/latest/userguide/PAGE @2026-11-30
cleanrooms ypyypnyyyyn clean-rooms/latest/userguide/PAGE @2026-11-30
cloudtrail ypyynnyyyyy awscloudtrail/latest/userguide/PAGE
cloudwatch -------yyy- AmazonCloudWatch/latest/monitoring/PAGE @2026-11-30
codeartifact yyyynnpyynn codeartifact/latest/ug/PAGE @2026-11-30
codecommit ----y------ codecommit/latest/userguide/PAGE @2026-11-30
codeconnections ynyny--y--n dtconsole/latest/userguide/PAGE @2026-11-30
codedeploy ynyyn-ny-yn codedeploy/latest/userguide/PAGE @2026-11-30
codeguru-profiler yn--------- codeguru/latest/profiler-ug/PAGE
codeguru-reviewer -n--------- codeguru/latest/reviewer-ug/PAGE @2026-11-30
codeguru-security -----nyyynn codeguru/latest/security-ug.html @2026-11-30
codepipeline -n-yy--y-y- codepipeline/latest/userguide/PAGE @2026-11-30
codestar-notifications ynyny--y--y dtconsole/latest/userguide/PAGE @2026-11-30
cognito-identity ----ynpynyy cognito/latest/developerguide/PAGE @2026-11-30
cognito-idp ----ynpynyy cognito/latest/developerguide/PAGE @2026-11-30
cognito-sync -----n--ny- cognito/latest/developerguide/PAGE @2026-11-30
comprehend yyyyynpyyyn comprehend/latest/dg/PAGE
connect y-yyy--y--y connect/latest/adminguide/PAGE @2026-11-30
databrew ynyyn--y-y- databrew/latest/dg/PAGE @2026-11-30
deadline ynyyynyyyyn deadline-cloud/latest/userguide/PAGE @2026-11-30
detective ynyyn--y-ny detective/latest/userguide/PAGE @2026-11-30
devicefarm ynyyyn-y-ny devicefarm/latest/developerguide/PAGE @2026-11-30
discovery -n----nn-yy application-discovery/latest/userguide/PAGE @2026-11-30
dms ypyyy--y-yy dms/latest/userguide/PAGE @2026-11-30
dsql yyyyynyyyyy aurora-dsql/latest/userguide/PAGE
dynamodb yyyyynyyyyy amazondynamodb/latest/developerguide/PAGE
ecr yyyyy--y--y AmazonECR/latest/userguide/PAGE
ecr-public yyyy---y--n AmazonECR/latest/public/PAGE @2026-11-30
ecs ynypynyyyyy AmazonECS/latest/developerguide/PAGE
eks ynyyy--y-yy eks/latest/userguide/security-iam-service-with-iam.html
elasticfilesystem yyyyynpyyyy efs/latest/ug/PAGE @2026-11-30
emr-containers ynyyynyyyny emr/latest/EMR-on-EKS-DevelopmentGuide/PAGE @2026-11-30
emr-serverless ynyynnyyyny emr/latest/EMR-Serverless-UserGuide/security-iam-serverless.html @2026-11-30
entityresolution yyyyynpyyyn entityresolution/latest/userguide/PAGE @2026-11-30
evs ynypynyyyny evs/latest/userguide/PAGE @2026-11-30
fis ynyyynyyyyy fis/latest/userguide/PAGE @2026-11-30
forecast --yynnyyyyn forecast/latest/dg/PAGE @2026-11-30
frauddetector ynyyy--y-yn frauddetector/latest/ug/PAGE @2026-11-30
gamelift ynyyynyyyyn gameliftservers/latest/developerguide/PAGE @2026-11-30
gameliftstreams -----npyynn gameliftstreams/latest/developerguide/PAGE @2026-11-30
glue ypyyynpynyn glue/latest/dg/PAGE
grafana ynyynnyyyyy grafana/latest/userguide/PAGE @2026-11-30
greengrass -n---n---yn greengrass/v2/developerguide/PAGE @2026-11-30
groundstation -----nyyyny ground-station/latest/ug/PAGE @2026-11-30
health -y--y-ny-ny health/latest/ug/PAGE @2026-11-30
healthlake ynyyynyyyyn healthlake/latest/devguide/PAGE @2026-11-30
imagebuilder yyyyynpyyyy imagebuilder/latest/userguide/PAGE
inspector2 ynyyynpyyny inspector/latest/user/PAGE @2026-11-30
iot -n-----y--n iot/latest/developerguide/PAGE @2026-11-30
iotfleetwise ynyyynpyynn iot-fleetwise/latest/developerguide/PAGE @2026-11-30
iotmanagedintegrations ----ynpyyyy iot-mi/latest/devguide/PAGE @2026-11-30
iotsitewise ynyyynyyyyy iot-sitewise/latest/userguide/PAGE @2026-11-30
iotwireless ynyyynyyynn iot-wireless/latest/developerguide/PAGE @2026-11-30
kendra ynyynn-y-y- kendra/latest/dg/PAGE @2026-11-30
kinesisanalytics ynyyynyyynn managed-flink/latest/java/PAGE @2026-11-30
lambda yyyyynpynyp lambda/latest/dg/PAGE @2026-11-30
lex yyyynnynyyp lexv2/latest/dg/PAGE
lightsail ynypnn-y-ny lightsail/latest/userguide/PAGE @2026-11-30
lookoutequipment ---------y- lookout-for-equipment/latest/ug/PAGE @2026-11-30
macie2 -----nyyyny macie/latest/user/PAGE @2026-11-30
managedblockchain-query ----nnnyynn managed-blockchain/latest/ambq-dg/PAGE @2026-11-30
mediaconnect ynyy--ny-nn mediaconnect/latest/ug/PAGE @2026-11-30
medialive ynyyynpyyyn medialive/latest/ug/PAGE @2026-11-30
mediapackage ynyyynyyyyp mediapackage/latest/ug/PAGE @2026-11-30
mediapackagev2 yyyyynyyyyn mediapackage/latest/userguide/PAGE @2026-11-30
mediatailor yyynynpyyny mediatailor/latest/ug/PAGE @2026-11-30
medical-imaging ynyyynpyyyn healthimaging/latest/devguide/PAGE @2026-11-30
migrationhub-strategy ----nnnyyny migrationhub-strategy/latest/userguide/PAGE @2026-11-30
mobiletargeting -y--y--y-yn pinpoint/latest/developerguide/PAGE @2026-11-30
monitron -n--y--y-yy Monitron/latest/user-guide/PAGE @2026-11-30
mpa ----ynpyynn mpa/latest/userguide/PAGE @2026-11-30
mq ynyyn--y-y- amazon-mq/latest/developer-guide/PAGE @2026-11-30
neptune-graph ynyyynpyyyy neptune-analytics/latest/userguide/PAGE
network-firewall yyyynnyyyny network-firewall/latest/developerguide/PAGE
notifications ----------y notifications/latest/userguide/PAGE @2026-11-30
odb ynyyynpyyny odb/latest/UserGuide/PAGE @2026-11-30
omics ----nnyyyyn omics/latest/dev/PAGE @2026-11-30
organizations yyyyynynyyy organizations/latest/userguide/PAGE
osis ----n-yy--y opensearch-service/latest/developerguide/security-iam-ingestion.html @2026-11-30
outposts -------yy-y outposts/latest/userguide/PAGE @2026-11-30
pcs -----nyyyny pcs/latest/userguide/PAGE @2026-11-30
polly ynyynnnyynn polly/latest/dg/PAGE @2026-11-30
qbusiness ----ynyyyyp amazonq/latest/qbusiness-ug/PAGE @2026-11-30
rds ynyyynyyyyy AmazonRDS/latest/UserGuide/PAGE
refactor-spaces -----npyyny migrationhub-refactor-spaces/latest/userguide/PAGE @2026-11-30
rekognition ypyyn--y-yn rekognition/latest/dg/PAGE @2026-11-30
resiliencehub -----npyyy- resilience-hub/latest/userguide/PAGE @2026-11-30
resource-explorer-2 y-yyn--y--y resource-explorer/latest/userguide/PAGE @2026-11-30
resource-groups ynyyy--y-nn ARG/latest/userguide/PAGE @2026-11-30
rolesanywhere -----npyyyy rolesanywhere/latest/userguide/PAGE @2026-11-30
route53-recovery-cluster ---yynnyynn r53recovery/latest/dg/security_iam_service-with-iam-routing.html @2026-11-30
route53-recovery-control-config ---yynyyynn r53recovery/latest/dg/security_iam_service-with-iam-routing.html @2026-11-30
route53-recovery-readiness ----ynpyyny r53recovery/latest/dg/security_iam_service-with-iam-readiness.html @2026-11-30
rtbfabric ----ynyyyyy rtb-fabric/latest/userguide/PAGE @2026-11-30
s3 yyyyyypyyyp AmazonS3/latest/userguide/PAGE
sagemaker ynyyy--y-yp sagemaker/latest/dg/PAGE
scheduler ynyyynpyyyn scheduler/latest/UserGuide/PAGE @2026-11-30
scn -------yyyn aws-supply-chain/latest/adminguide/PAGE @2026-11-30
securityagent ynypynnyyny securityagent/latest/userguide/PAGE @2026-11-30
securityhub ynynynyyyny securityhub/latest/userguide/PAGE @2026-11-30
securitylake ---yynyyyny security-lake/latest/userguide/PAGE @2026-11-30
serverlessrepo -y--n-ny-nn serverlessrepo/latest/devguide/PAGE @2026-11-30
servicediscovery ynyyynyyyny cloud-map/latest/dg/PAGE @2026-11-30
simspaceweaver ----ynyyyyn simspaceweaver/latest/userguide/PAGE @2026-11-30
sms-voice ---yynpynyy sms-voice/latest/userguide/PAGE @2026-11-30
snowball ----ynpyyyn snowball/latest/developer-guide/PAGE @2026-11-30
sns yyyyynpyyyn sns/latest/dg/PAGE
social-messaging -----npyyyy social-messaging/latest/userguide/PAGE @2026-11-30
sqs yyyyynpyyyn AWSSimpleQueueService/latest/SQSDeveloperGuide/PAGE
ssm ynyyy--y-yy systems-manager/latest/userguide/PAGE
states ynyyynpyyyn step-functions/latest/dg/PAGE
storagegateway ynyyynpyyyy filegateway/latest/files3/PAGE @2026-11-30
support y-y----y-yy awssupport/latest/user/PAGE @2026-11-30
tag -n--n--y-nn tag-editor/latest/userguide/PAGE @2026-11-30
textract ynyyn--y-yn textract/latest/dg/PAGE @2026-11-30
thinclient ----ynyyynn workspaces-thin-client/latest/ag/PAGE @2026-11-30
timestream ynyyn--y-nn timestream/latest/developerguide/PAGE @2026-11-30
tnb ----ynyyynn tnb/latest/ug/PAGE @2026-11-30
transfer ----y--y--- transfer/latest/userguide/PAGE @2026-11-30
transform -----npyyyy transform/latest/userguide/PAGE @2026-11-30
translate -----npyyyn translate/latest/dg/PAGE @2026-11-30
verified-access ynyyynpyyny verified-access/latest/ug/PAGE @2026-11-30
verifiedpermissions ynyynnyyynn verifiedpermissions/latest/userguide/PAGE @2026-11-30
vpc-lattice yyyyynyy-ny vpc-lattice/latest/ug/PAGE
waf ----ynpyyyy waf/latest/developerguide/classic-PAGE @2026-11-30
waf-regional ----ynpyyyy waf/latest/developerguide/classic-PAGE @2026-11-30
wafv2 yyyyynpyyyy waf/latest/developerguide/PAGE
wellarchitected ynyyynyyynn wellarchitected/latest/userguide/PAGE @2026-11-30
wickr ynynnnnnnnn wickr/latest/adminguide/PAGE @2026-11-30
workmail ynyyy--y-yy workmail/latest/adminguide/PAGE @2026-11-30
workspaces-web ynyyynpyyny workspaces-web/latest/adminguide/PAGE @2026-11-30
xray yyypn------ xray/latest/devguide/PAGE @2026-11-30
`;

// The same of older copies, also of services whose present page is not on all features, by their path in AWS's repositories of documentation sources on GitHub.
const OLDER = `
a4b -n--nnny-yn alexa-for-business-administration-guide/doc_source/PAGE @2026-11-30
application-autoscaling ynyyynpy-yy application-auto-scaling-user-guide/doc_source/PAGE
autoscaling-plans -n--nnny-ny aws-auto-scaling-user-guide/doc_source/PAGE @2026-11-30
cloudfront ynyyynpynny amazon-cloudfront-developer-guide/doc_source/PAGE
cloudwatch ynyyynpyyyn amazon-cloudwatch-user-guide/doc_source/security_iam_service-with-iam-cw.md
codestar -n--n------ aws-codestar-user-guide/doc_source/PAGE @2026-11-30
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
inspector -n----ny-yy amazon-inspector-user-guide/doc_source/PAGE @2026-11-30
iotevents -n--n--n-yn aws-iot-events-developer-guide/doc_source/PAGE @2026-11-30
iotfleethub ynyyynyyyyn aws-iot-docs/iotfleethubguide/PAGE
iottwinmaker ynyyynpyyyn aws-iot-twinmaker-docs/doc_source/PAGE
lookoutvision ynyyynpyynn amazon-lookout-for-vision-developer-guide/doc_source/PAGE
m2 ynyyynyyyyy aws-m2-user-guide/doc_source/PAGE
managedblockchain -n--n-n---- amazon-managed-blockchain-management-guide/doc_source/PAGE @2026-11-30
mediaconvert ynyyynpyyyn aws-elemental-mediaconvert-user-guide/doc_source/PAGE
mediastore -y----ny-yn aws-elemental-mediastore-user-guide/doc_source/PAGE @2026-11-30
opsworks ---------y- aws-opsworks-user-guide/doc_source/opsworks-security-servicerole.md @2026-11-30
opsworks-cm -n--n--y-yn aws-opsworks-user-guide/doc_source/PAGE @2026-11-30
personalize ynyyynyyyyn amazon-personalize-developer-guide/doc_source/PAGE
proton ynyyynyyyyy aws-proton-user-guide/doc_source/PAGE
shield ynyyynpyyyy aws-waf-and-shield-advanced-developer-guide/doc_source/shd-PAGE
ssm-incidents yyyynnnyyyy incident-manager-user-guide/doc_source/PAGE
transcribe ynyyynpyyyn amazon-transcribe-developer-guide/doc_source/PAGE
waf ynyyynpyyyy aws-waf-and-shield-advanced-developer-guide/doc_source/classic-PAGE
workdocs -n----ny-nn amazon-workdocs-administration-guide/doc_source/PAGE @2026-11-30
`;

/** What the own pages of a service say, the present one first; none where no copy was at hand. */
export function servicePages(prefix: string): readonly ServicePage[] {
  const pages: ServicePage[] = [];
  const present = lineOf(PRESENT, prefix);
  if (present !== undefined) {
    const { support, path, day } = readLine(present, '.html');
    pages.push({ support, source: citeRead({ title: TITLE, path }, day), isPresent: true });
  }
  const older = lineOf(OLDER, prefix);
  if (older !== undefined) {
    const { support, path, day } = readLine(older, '.md');
    pages.push({ support, source: { ...citeSource(path, day), page: TITLE }, isPresent: false });
  }
  return pages;
}

/** The prefixes of the services whose own page was read, sorted. */
export function pagePrefixes(): readonly string[] {
  const lines = `${PRESENT.trim()}\n${OLDER.trim()}`.split('\n');
  return [...new Set(lines.map((line) => line.slice(0, line.indexOf(' '))))].sort();
}

function lineOf(table: string, prefix: string): string | undefined {
  const start = table.indexOf(`\n${prefix} `) + 1;
  return start === 0 ? undefined : table.slice(start, table.indexOf('\n', start));
}

function readLine(
  line: string,
  ending: string,
): Pick<ServicePage, 'support'> & { readonly path: string; readonly day: string } {
  const [, letters = '', path = ''] = withoutDay(line).split(' ');
  const support = FEATURE_NAMES.map((feature, index) => [feature, supportOf(letters.charAt(index))]);
  return {
    // INVARIANT: the entries have every feature.
    support: Object.fromEntries(support) as Readonly<Record<FeatureName, Support>>,
    path: path.replace('PAGE', PAGE + ending),
    day: dayOf(line, PAGES_READ),
  };
}
