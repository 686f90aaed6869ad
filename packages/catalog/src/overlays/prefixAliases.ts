import { allServices, serviceOf } from '../_internals/registry.ts';

// What people write in place of a prefix, by prefix (which may be another service's own prefix): ids of SDK clients,
// commands of the AWS command line, names of endpoints and short names of services and consoles, letters and digits
// only. Names that the catalog itself has are left out.
// Where several prefixes have one, the first in the table is the likeliest. A prefix can also stand beside another whose
// actions people look for there: `iam` beside `sts`. The clients and the prefix under which
// their operations are authorised: API models of botocore 1.43.107 (Apache-2.0), held against the catalog's actions on
// 2026-11-29; short names from knowledge of the consoles, unchecked.
const TABLE = `
access-analyzer accessanalyzer
acm certificatemanager
acm-pca acmprivateca privateca certificatemanagerprivateca
agent-registry agentregistrycontrol
aidevops devopsagent
airflow mwaa
airflow-serverless mwaaserverless
aoss opensearchserverless
apigateway apigatewayv2
appconfig appconfigdata
application-autoscaling appautoscaling
appstream appstream2
aps amp prometheus managedprometheus managedserviceforprometheus
autoscaling ec2autoscaling asg ec2
aws-marketplace marketplacecatalog marketplaceagreement marketplacediscovery marketplaceentitlement meteringmarketplace
aws-marketplace marketplacemetering marketplacereporting marketplacedeployment
aws-marketplace marketplace reportingmarketplace agreementmarketplace deploymentmarketplace discoverymarketplace
bedrock bedrockagent bedrockagentruntime bedrockruntime bedrockdataautomation bedrockdataautomationruntime
bedrock-agentcore agentcore bedrockagentcorecontrol
budgets budget
cases connectcases
cassandra keyspaces keyspacesstreams cassandrastreams
ce costexplorer
chime chimesdkidentity chimesdkmediapipelines chimesdkmeetings chimesdkmessaging chimesdkvoice
chime identitychime mediapipelineschime meetingschime messagingchime voicechime
cloudformation cfn cloudcontrol cloudcontrolapi
cloudhsm cloudhsmv2
cloudsearch cloudsearchdomain
cloudwatch monitoring cw cloudwatchomni logs
codeconnections codestarconnections
cognito-idp cognito cognitoidentityprovider cognitouserpools userpools
cognito-identity cognito identitypools
config configservice awsconfig
connect connectparticipant connectcontactlens contactlens
connect-campaigns connectcampaigns connectcampaignsv2
cur costandusagereport costandusagereportservice
datapipeline pipeline
discovery applicationdiscoveryservice
dms databasemigration databasemigrationservice
docdb-elastic docdb documentdb
ds directoryservice
dynamodb dynamo ddb dynamodbstreams
ec2 vpc ebs ami eip
ecr containerregistry
ecs containerservice fargate
eks kubernetes
elasticfilesystem efs
elasticloadbalancing elb elbv2 alb nlb loadbalancer elasticloadbalancingv2
elasticmapreduce emr mapreduce
emr-containers emroneks
es opensearch elasticsearch elasticsearchservice opensearchservice
events eventbridge eventbridgev2 eventsv2 cloudwatchevents cwe
execute-api apigateway apigatewaymanagementapi
finspace-api finspacedata
firehose kinesisfirehose datafirehose
fis faultinjection
fms firewallmanager
forecast forecastquery
geo location locationservice
grafana amg managedgrafana
greengrass greengrassv2
health-agent connecthealth
iam sts
inspector2 inspector
iot iotdata iotdataplane iotsecuretunneling iotcore iotsecuredtunneling
iotjobsdata iotjobs
ivs ivsrealtime
kafka msk
kafka-cluster msk
kinesis kinesisstreams kinesisdatastreams
kinesisanalytics kinesisanalyticsv2 flink managedflink
kinesisvideo kinesisvideoarchivedmedia kinesisvideomedia kinesisvideosignaling kinesisvideowebrtcstorage
lambda lambdacore lambdamicrovms awslambda lambdaweb
lex lexmodels lexruntime lexv2 lexv2models lexv2runtime lexmodelbuildingservice lexmodelsv2 lexruntimeservice lexruntimev2
lex modelsv2lex runtimev2lex
logs cloudwatchlogs cloudwatch cwl
macie2 macie
mechanicalturk mturk mturkrequester
mediastore mediastoredata
memorydb memorydbforredis
mgh migrationhub migrationhubconfig
mobiletargeting pinpoint
mq amazonmq activemq rabbitmq
neptune-db neptune neptunedata
organizations organisations orgs org organization
partnercentral partnercentralaccount partnercentralbenefits partnercentralchannel partnercentralselling partnercentralrevenuemeasurement
partnercentral partnercentralprm
payment-cryptography paymentcryptographydata
personalize personalizeevents personalizeruntime
profile customerprofiles
rds aurora docdb documentdb neptune
rds-data rds
rds-db rds
refactor-spaces migrationhubrefactorspaces
resource-groups resourcegroup
s3 s3control s3api
sagemaker sagemakerruntime sagemakerfeaturestoreruntime sagemakera2iruntime sagemakermetrics sagemakeredge
sagemaker sagemakerjobruntime
savingsplans savingsplan
scn supplychain
sdb simpledb simpledbv2
secretsmanager secrets secretmanager ssm
serverlessrepo sam serverlessapplicationrepository
servicecatalog servicecatalogappregistry appregistry
servicediscovery cloudmap
ses sesv2 email mailmanager pinpointemail simpleemailservice
signer signerdata datasigner
sms-voice pinpointsmsvoice pinpointsmsvoicev2
sns simplenotificationservice
social-messaging socialmessaging
sqs simplequeueservice
ssm systemsmanager parameterstore
ssmmessages ssm
sso ssoadmin identitycenter iamidentitycenter
sso-directory identitycenter
sso-oauth ssooidc oidc
identitystore identitycenter
states stepfunctions stepfunction sfn statemachine
sts securitytokenservice iam
supportapp awssupportapp
tag resourcegroupstaggingapi tagging
tax taxsettings
thinclient workspacesthinclient
timestream timestreamquery timestreamwrite
waf-regional wafregional
wafv2 waf
wisdom qconnect
`;

let table: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * Finds the prefixes of the services that a name stands for that is not a prefix itself: an id of an SDK client
 * (`efs`, `cloudwatch-logs`), a name of a service or its console (`Step Functions`).
 *
 * @param name - in any spelling; only letters and digits count.
 * @returns prefixes, the likeliest first; empty for a name that stands for no service. A prefix can stand for another
 * one: `opensearch` for `es`.
 */
export function prefixesOf(name: string): readonly string[] {
  const bare = bareName(name);
  const others = prefixAliases().get(bare) ?? [];
  // Of `auto-scaling`, the prefix without the hyphen is likelier than the service that is called so.
  return bare !== name.toLowerCase() && serviceOf(bare) !== undefined ? [bare, ...others] : others;
}

/** All such names, of letters and digits only, with the prefixes that they stand for. */
export function prefixAliases(): ReadonlyMap<string, readonly string[]> {
  return (table ??= readAliases(TABLE));
}

function readAliases(text: string): ReadonlyMap<string, readonly string[]> {
  const read = new Map<string, string[]>();
  const add = (alias: string, prefix: string): void => {
    const known = read.get(alias) ?? [];
    if (alias !== prefix && alias !== '' && !known.includes(prefix)) read.set(alias, [...known, prefix]);
  };
  for (const line of text.trim().split('\n')) {
    const [prefix = '', ...aliases] = line.split(' ');
    for (const alias of aliases) add(alias, prefix);
  }
  for (const { prefix, name } of allServices()) {
    add(bareName(prefix), prefix);
    add(bareName(name), prefix);
    add(bareName(name.replace(/^(?:Amazon|AWS) /, '').replace(/ Service$/, '')), prefix);
  }
  return read;
}

function bareName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
