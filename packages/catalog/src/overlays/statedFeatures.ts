import { citeRead, dayOf, withoutDay } from './citation.ts';
import type { Citation } from '../model/citation.ts';
import type { FeatureName } from '../model/featureNames.ts';
import { supportOf } from './supportOf.ts';
import type { Support } from '../model/support.ts';

/** What a page of a service says of one feature, that is not the page on all eleven. */
export interface StatedFeature {
  readonly service: string;
  readonly feature: FeatureName;
  readonly support: Support;
  readonly source: Citation;
}

/** The day on which stored copies of the pages were read, of those that have no day of their own. */
const READ = '2026-11-30';

// One fact a line: prefix; `forwards` for requests that the service makes with the rights of its caller, `role` for a
// role that it assumes; y yes or n no; path on docs.aws.amazon.com; behind `@` a day of its own.
const TABLE = `
access-analyzer role y IAM/latest/UserGuide/access-analyzer-policy-generation.html
airflow role y mwaa/latest/userguide/mwaa-create-role.html
appconfig role y appconfig/latest/userguide/appconfig-creating-configuration-and-profile-iam-role.html
appstream role y appstream2/latest/developerguide/roles-required-for-appstream.html
athena role y athena/latest/APIReference/API_WorkGroupConfiguration.html
backup role y aws-backup/latest/devguide/iam-service-roles.html
budgets role y cost-management/latest/userguide/budgets-action-role.html
chatbot role y chatbot/latest/adminguide/understanding-permissions.html
chime role y chime-sdk/latest/APIReference/API_media-pipelines-chime_MediaInsightsPipelineConfiguration.html
cloud9 role y cloud9/latest/user-guide/ec2-ssm.html
cloudformation role y AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html
codebuild role y codebuild/latest/userguide/setting-up-service-role.html
codeconnections role y AWSCloudFormation/latest/UserGuide/git-sync-prereq.html
datapipeline role y datapipeline/latest/DeveloperGuide/dp-iam-roles.html
datasync role y datasync/latest/userguide/API_S3Config.html
datazone role y datazone/latest/userguide/AmazonDataZoneDomainExecutionRole.html
ec2 role y vpc/latest/userguide/flow-logs-iam-role.html
ecr role y AmazonECR/latest/APIReference/API_RepositoryCreationTemplate.html
elasticbeanstalk role y elasticbeanstalk/latest/dg/iam-servicerole.html
elasticmapreduce role y emr/latest/ManagementGuide/emr-iam-role.html
es role y opensearch-service/latest/developerguide/managedomains-snapshot-registerdirectory.html
events role y eventbridge/latest/userguide/eb-use-identity-based.html
firehose role y firehose/latest/dev/controlling-access.html
iot role y iot/latest/developerguide/iot-create-role.html
kinesis forwards y streams/latest/dev/permissions-user-key-KMS.html
lakeformation role y lake-formation/latest/dg/registration-role.html
logs role y AmazonCloudWatch/latest/logs/CreateSubscriptionFilter-IAMrole.html
neptune-db role y neptune/latest/userguide/bulk-load-tutorial-IAM-CreateRole.html
pipes role y eventbridge/latest/userguide/eb-pipes-permissions.html
quicksight role y quicksight/latest/APIReference/API_S3Parameters.html
rds-data forwards y AmazonRDS/latest/AuroraUserGuide/data-api.access.html
redshift role y redshift/latest/mgmt/authorizing-redshift-service.html
rum role y cloudwatchrum/latest/APIReference/API_PutRumMetricsDestination.html
secretsmanager forwards y secretsmanager/latest/userguide/security-encryption.html
secretsmanager role y secretsmanager/latest/apireference/API_RotateSecret.html
servicecatalog forwards y servicecatalog/latest/adminguide/constraints-launch.html
servicecatalog role y servicecatalog/latest/adminguide/constraints-launch.html
ses role y ses/latest/dg/receiving-email-permissions.html
swf role y amazonswf/latest/developerguide/lambda-task.html
synthetics role y AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_CanaryPermissions.html
tag forwards y resourcegroupstagging/latest/APIReference/API_TagResources.html
workspaces role y workspaces/latest/adminguide/workspaces-access-control.html
`;

let facts: readonly StatedFeature[] | undefined;

/** Lists what single pages say of features, sorted by service. */
export function statedFeatures(): readonly StatedFeature[] {
  return (facts ??= TABLE.trim().split('\n').map(readStatedFeature));
}

/** Reads a line of the table above. */
export function readStatedFeature(line: string): StatedFeature {
  const [service = '', kind = '', letter = '', path = ''] = withoutDay(line).split(' ');
  return {
    service,
    feature: kind === 'forwards' ? 'Principal permissions' : 'Service roles',
    support: supportOf(letter),
    source: citeRead({ title: titleOf(path), path }, dayOf(line, READ)),
  };
}

/** Titles are not written down: the name of the file leads to the page. */
function titleOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
