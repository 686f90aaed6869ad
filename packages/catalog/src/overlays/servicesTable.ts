import { supportOf } from './supportOf.ts';
import type { Support } from '../model/support.ts';

/** The columns of AWS's table "AWS services that work with IAM", in its order. */
export const TABLE_COLUMNS = [
  'Policy actions',
  'Policy resources',
  'Resource-based policies',
  'ABAC (tags in policies)',
  'Temporary credentials',
  'Service-linked roles',
] as const;

/** A column of that table, by the name that the same feature has on the pages of the services. */
export type TableColumn = (typeof TABLE_COLUMNS)[number];

/** A row of that table. */
export interface TableRow {
  /** The name of the service there, where several rows have one prefix. */
  readonly name: string | undefined;
  readonly support: Readonly<Record<TableColumn, Support>>;
}

/** The day on which a stored copy of the page was read. */
export const TABLE_READ = '2026-11-29';

// One row a line: prefix, a letter for each column, the name where the prefix has several rows.
// y yes, p partial, n no. Rows without a prefix of their own (the VPC family, DeepRacer, DeepComposer, "Billing and
// Cost Management") are left out. Values are AWS's, also those that its own pages contradict.
const TABLE = `
a2c ynnnyn
access-analyzer yynyyp
account yynnyn
account-access yynyyy
acm yynyyy
acm-pca yyyyyn
action-recommendations ynnnyn
activate ynnnyn
aiops yynyyn
airflow yynyyy
amplify yynpyn
amplifybackend yynnyn
amplifyuibuilder yynyyn
aoss yynyyy
apigateway yynyyn Amazon API Gateway Management
apigateway yynyyn Amazon API Gateway Management V2
app-integrations yynyyy
appconfig yynyyn
appfabric yynyyn
appflow yynyyn
application-autoscaling yynyyy
application-signals yynyyn
application-transformation ynnnyn
applicationinsights ynnnyn
appmesh yynyyy
appmesh-preview yynnyy
apprunner yynyyy
appstream yynyyn
appstudio ynnnyn
appsync yynyyn
apptest yynyyn
aps yynyyn
arc-region-switch yynyyn
arc-zonal-shift yynnyn
arsenal ynnnyn
artifact yynnyn
athena yynyyn
auditmanager yynyyy
autoscaling yynyyy
autoscaling-plans ynnnyy
aws-marketplace ynnnyy AWS Marketplace
aws-marketplace yynyyn AWS Marketplace Catalog
aws-marketplace yynyyn AWS Marketplace Deployment Service
aws-marketplace ynnnyn AWS Marketplace Discovery
aws-marketplace ynnnyn AWS Marketplace Entitlement Service
aws-marketplace ynnnyn AWS Marketplace Image Building Service
aws-marketplace ynnnyn AWS Marketplace Metering Service
aws-marketplace ynnnyn AWS Marketplace Private Marketplace
aws-marketplace ynnnyn AWS Marketplace Procurement Systems Integration
aws-marketplace yynnyn AWS Marketplace Reporting
aws-marketplace yynnyn AWS Marketplace Seller Reporting
aws-marketplace-management ynnnyn
b2bi yynyyn
backup yyyyyy
backup-gateway yynyyn
backup-search yynyyn
backup-storage ynnnyn
batch ypnyyy
bcm-dashboards ynnnyn
bcm-data-exports yynyyn
bcm-pricing-calculator yynyyn
bcm-recommended-actions ynnnyn
bedrock yynyyn
bedrock-agentcore yynpyn
billingconductor yynyyn
braket yynyyy
budgets yynyyn
cases yynyyn
cassandra yynyyy
ce yynyyn
chatbot yynyyy
chime yynyyy
cleanrooms yynyyn
cleanrooms-ml yynyyn
cloud9 yyyyyy
clouddirectory yynnyn
cloudformation ynnnyn AWS Cloud Control API
cloudformation yynyyn CloudFormation
cloudfront yynpyy
cloudfront-keyvaluestore yynyyn
cloudhsm yynyyy
cloudsearch yynnyn
cloudshell yynnyn
cloudtrail yypyyy
cloudtrail-data yynyyn
cloudwatch yynyyp
codeartifact yyyyyn
codebuild yyypyn
codecatalyst yynyyy
codecommit yynyyn
codeconnections yynyyn
codedeploy yynyyn
codedeploy-commands-secure ynnnyn
codeguru-profiler yynyyy
codeguru-reviewer yynyyy
codeguru-security yynyyn
codepipeline ypnyyn
codestar ypnyyn
codestar-connections yynyyy
codestar-notifications yynyyy
codewhisperer yynyyy
cognito-identity yynyyy
cognito-idp yynyyy
cognito-sync yynnyy
comprehend yynyyn
comprehendmedical ynnnyn
compute-optimizer ynnnyy
config ypnyyy
connect yynyyy
connect-campaigns yynyyn
consoleapp yynnyn
consolidatedbilling ynnnyn
controlcatalog yynnyn
controltower yynnyn
cost-optimization-hub ynnnyn
cur yynyyn
customer-verification ynnnyn
databrew yynyyn
dataexchange yynyyy
datapipeline yynpyn
datasync yynyyy
datazone yynyyn
dax yynnyy
dbqms ynnnyn
deadline yynyyn
detective yynyyn
devicefarm yynyyy
devops-guru yynnyy
directconnect yynyyy
discovery ynnnyy
dlm yynyyn
dms yynyyy
docdb-elastic yynyyy
drs yynyyy
ds yynyyy
ds-data yynyyn
dsql yynyyy
dynamodb yyyyyy
ebs ypnyyn
ec2 ypnyyp
ec2-instance-connect yynyyy
ec2messages ynnnyn
ecr yyyyyy
ecr-public yynyyn
ecs ypnyyy
eks yynyyy
eks-auth yynnyn
elasticache yynyyy
elasticbeanstalk ypnyyy
elasticfilesystem yyypyy
elasticloadbalancing ypnpyy
elasticmapreduce yynyyy
elastictranscoder yynnyn
elemental-activations yynyyn
elemental-appliances-software yynyyn
elemental-support-cases yynyyn
elemental-support-content ynnnyn
emr-containers yynyyy
emr-serverless yynyyy
entityresolution yyyyyn
es yyyyyy
events yyyyyn
evidently yynyyn
evs yynyyy
execute-api yyynyy
finspace yynyyy
finspace-api yynnyn
firehose yynyyn
fis yynyyy
fms yynyyp
forecast yynyyn
frauddetector yynyyn
freertos yynyyn
freetier ynnnyn
fsx yynyyy
gamelift yynyyn
gameliftstreams yynyyn
geo yynyyn
geo-maps yynnyn
geo-places yynnyn
geo-routes yynnyn
glacier yyynyp
globalaccelerator yynyyy
glue yyppyn
grafana yynyyy
greengrass yynyyn AWS IoT Greengrass
greengrass yynpyn AWS IoT Greengrass V2
groundstation yynyyy
groundtruthlabeling ynnnyn
guardduty yynyyy
health yynnyn
health-agent yynpyn
healthlake yynyyn
iam yypppn
identity-sync yynnyn
identitystore yynnyn
identitystore-auth ynnnyn
imagebuilder yynyyy
importexport ynnnyn
inspector ynnnyy
inspector-scan ynnnyn
inspector2 yynyyy
internetmonitor yynyyn
invoicing yynyyn
iot yypyyn
iot-device-tester ynnnyn
iotanalytics yynyyn
iotdeviceadvisor yynyyn
iotevents yynyyn
iotfleethub yynyyn
iotfleetwise yynyyn
iotjobsdata yynnyn
iotmanagedintegrations yynyyy
iotsitewise yynyyy
iottwinmaker yynyyy
iotwireless yynyyn
ivs yynyyy
ivschat yynyyn
kafka yypyyy
kafka-cluster yynnyn
kafkaconnect yynyyy
kendra yynyyn
kendra-ranking yynyyn
kinesis yyyyyn
kinesisanalytics yynyyn Amazon Managed Service for Apache Flink
kinesisanalytics yynyyn Amazon Managed Service for Apache Flink V2
kinesisvideo yynyyn
kms yyyyyy
lakeformation ynnnyy
lambda yyypyp
launchwizard ynnnyn
lex yynyyy Amazon Lex
lex yyyyny Amazon Lex V2
license-manager yynyyy
license-manager-linux-subscriptions ynnnyn
license-manager-user-subscriptions ynnnyy
lightsail ypnpyy
logs yyypyy
lookoutequipment yynyyn
lookoutmetrics yynyyn
lookoutvision yynyyn
m2 yynyyy
machinelearning yynnyn
macie2 yynyyy
managedblockchain yynyyn
managedblockchain-query ynnnyn
mapcredits yynnyn
marketplacecommerceanalytics ynnnnn
mechanicalturk ynnnyn
mediaconnect yynnyy
mediaconvert yynyyn
mediaimport ynnnnn
medialive yynyyn
mediapackage yynyyp
mediapackage-vod yynyyp
mediapackagev2 yynyyn
mediastore yyyyyn
mediatailor yynyyy
medical-imaging yynyyn
memorydb yynyyy
mgh yynnyy
mgn yynyyy
migrationhub-orchestrator yynyyy
migrationhub-strategy ynnnyy
mobiletargeting yynyyn
monitron yynyyy
mpa yynpyn
mq yynyyy
neptune-db yynnyy
neptune-graph yynyyn
network-firewall yynyyy
network-security-director ynnnyn
networkflowmonitor yynyyn
networkmanager yynyyy
networkmanager-chat ynnnyn
networkmonitor yynyyn
nimble yynyyn
notifications yynyyy
notifications-contacts yynyyn
oam yynyyn
observabilityadmin yynyyn
odb yynyyn
omics yynyyn
one yynyyn
opensearch yynnyn
opsworks yynnyn
opsworks-cm yynnyn
organizations yyyyny
osis yynyyy
outposts yynyyy
panorama yynyyy
partnercentral yynyyn
partnercentral-account-management ynnnyn
payment-cryptography yynyyn
payments ynnnyn
pca-connector-ad yynyyn
pca-connector-scep yynyyn
pcs yynyyy
personalize yynnyn
pi yynyyn
pipes yynyyn
polly yynnyn
pricing ynnnyn
private-networks yynyyn
profile yynyyy
proton yynyyy
purchase-orders yynyyn
qapps yynyyy
qbusiness yynyyy
qdeveloper yynyyy
qldb yynyyn
quicksight yynyyn
ram yynyyy
rbin yynyyn
rds yynyyy
rds-data yynyyn
rds-db yynnyn
redshift yynyyy
redshift-data yynnyn
redshift-serverless yyyyyn
refactor-spaces yyyyyy
rekognition yypyyn
repostspace yynyyy
resiliencehub yynyyn
resource-explorer ynnnyn
resource-explorer-2 yynyyy
resource-groups yynypy
rhelkb ynnnyn
robomaker yynyyy
rolesanywhere yynyyy
route53 yynnyn
route53-recovery-cluster yynnyn
route53-recovery-control-config yynyyn
route53-recovery-readiness yynyyy
route53domains ynnnnn
route53profiles yynyyn
route53resolver yynyyy
rtbfabric yynyyy
rum yynyyy
s3 yyypyp
s3-object-lambda yynnyn
s3-outposts yyynyy
s3express yyyyyn
s3tables yyynyn
s3vectors yynnyn
sagemaker yynyyp
sagemaker-data-science-assistant ynnnyn
sagemaker-geospatial yynyyn
sagemaker-mlflow yynnyn
savingsplans yynyyn
scheduler yynyyn
schemas yyyyyn
scn yynyyn
sdb yynnyn
secretsmanager yyyyyn
security-ir yynyyy
securityhub yynyyy
securitylake yynnyy
serverlessrepo yyynyn
servicecatalog yynyyy
servicediscovery yynyyn
serviceextract ynnnyn
servicequotas yynyyn
ses yynyyn Amazon Pinpoint Email Service
ses yynyyy Amazon Simple Email Service - Mail Manager
ses ypyypy Amazon Simple Email Service (Amazon SES) v2
shield yynyyy
signer yynyyn
signin ynynyn
simspaceweaver yynyyn
sms-voice yynyyy AWS End User Messaging SMS and Voice V2
sms-voice ynnnyn Amazon Pinpoint SMS and Voice Service
snow-device-management yynyyn
snowball ynnnyn AWS Snowball Edge
snowball ynnnyn AWS Snowball Edge Edge
sns yyyyyn
social-messaging yynyyy
sqlworkbench yynyyn
sqs yyypyn
ssm yypyyy
ssm-contacts yyynyn
ssm-guiconnect ynnnyn
ssm-incidents yyyyyy
ssm-quicksetup yynyyn
ssm-sap yynyyn
ssmmessages ynnnyn
sso yynpyy
sso-directory ynnnyn
sso-oauth yynnyn
states yynyyn
storagegateway yynyyn
sts ypnypn
support ynnnyy
support-console ynnnyn
supportapp ynnnyn
supportplans ynnnyn
sustainability ynnnyn
swf yynyyn
synthetics yynyyn
tag ynnnyn
tax ynnnyn
textract ynnnyn
thinclient yynyyn
timestream yynyyn
timestream-influxdb yynyyy
tiros ynnnnn
tnb yynyyn
transcribe yynyyn
transfer yynyyn
transform yynnyn
translate yynyyn
trustedadvisor pynnpy
ts yynyyn
user-subscriptions ynnnyn
uxc ynnnyn
vendor-insights yynyyn
verified-access ynnnyn
verifiedpermissions yynnyn
voiceid yynyyn
vpc-lattice yynyyy
vpc-lattice-svcs yynnyn
vpce ynnnyn
waf yynyyy
waf-regional yynyyy
wafv2 yynyyy
wellarchitected yynyyn
wickr yynyyn
wisdom yynyyn
workmail yynyyy
workmailmessageflow yynnyn
workspaces yynyyn
workspaces-instances yynyyn
workspaces-web yynyyy
xray ypnpyn
`;

/** The rows that AWS's table has for a prefix; none for services that it leaves out. */
export function tableRows(prefix: string): readonly TableRow[] {
  const rows: TableRow[] = [];
  const start = `\n${prefix} `;
  for (let at = TABLE.indexOf(start); at >= 0; at = TABLE.indexOf(start, at + 1)) {
    rows.push(readRow(TABLE.slice(at + start.length, TABLE.indexOf('\n', at + 1))));
  }
  return rows;
}

/** The prefixes that have a row, sorted; those with several rows stand there once. */
export function tablePrefixes(): readonly string[] {
  const lines = TABLE.trim().split('\n');
  return [...new Set(lines.map((line) => line.slice(0, line.indexOf(' '))))];
}

function readRow(line: string): TableRow {
  const letters = line.slice(0, TABLE_COLUMNS.length);
  const name = line.slice(letters.length + 1);
  const support = TABLE_COLUMNS.map((column, index) => [column, supportOf(letters.charAt(index))]);
  // INVARIANT: the entries have every column.
  return {
    name: name === '' ? undefined : name,
    support: Object.fromEntries(support) as Readonly<Record<TableColumn, Support>>,
  };
}
