import { getService, type Action } from '@policywright/catalog';

/** The actions of a service that only data events show. */
interface DataActions {
  /** Names, or the types of resources whose actions they are (`@object`), or all (`*`). */
  readonly actions: string;
  /** The day on which a page of AWS was read that has the service and some of them, those alike taken with them; left out where they are written down from memory, unchecked. */
  readonly read?: string;
}

const READ = '2026-11-30';

/**
 * Actions of calls that AWS CloudTrail records as data events only, by service.
 *
 * Sources: "Logging data events", AWS CloudTrail User Guide, for which services there are; "Amazon S3 CloudTrail events", Amazon S3
 * User Guide, for the actions on objects, `ListBucket` and `ListBucketVersions`; "Log API Calls for the EBS direct APIs with AWS
 * CloudTrail", Amazon EC2 User Guide, which has `StartSnapshot` and `CompleteSnapshot` recorded by default.
 */
const DATA_ACTIONS: Readonly<Record<string, DataActions>> = {
  s3: { actions: '@object ListBucket ListBucketVersions ListBucketMultipartUploads', read: READ },
  s3express: { actions: '@object CreateSession' },
  's3-object-lambda': { actions: '*', read: READ },
  's3-outposts': { actions: '@object', read: READ },
  lambda: { actions: 'InvokeFunction InvokeFunctionUrl InvokeAsync', read: READ },
  dynamodb: {
    actions:
      'GetItem PutItem UpdateItem DeleteItem Query Scan BatchGetItem BatchWriteItem ConditionCheckItem PartiQLSelect PartiQLInsert PartiQLUpdate PartiQLDelete GetRecords GetShardIterator',
    read: READ,
  },
  sns: { actions: 'Publish', read: READ },
  sqs: { actions: 'SendMessage ReceiveMessage DeleteMessage ChangeMessageVisibility', read: READ },
  kinesis: { actions: 'PutRecord PutRecords GetRecords GetShardIterator SubscribeToShard' },
  'cloudtrail-data': { actions: '*', read: READ },
  ebs: { actions: 'GetSnapshotBlock PutSnapshotBlock ListChangedBlocks ListSnapshotBlocks', read: READ },
  'rds-data': { actions: '*' },
  xray: { actions: 'PutTraceSegments PutTelemetryRecords' },
  appconfig: { actions: 'GetLatestConfiguration StartConfigurationSession GetConfiguration' },
  ssmmessages: { actions: '*' },
  ec2messages: { actions: '*' },
  cloudwatch: {
    actions: 'PutMetricData GetMetricData GetMetricStatistics GetMetricWidgetImage ListMetrics',
  },
  logs: { actions: 'PutLogEvents' },
  'execute-api': { actions: '*' },
};

let numbers: ReadonlySet<string> | undefined;

/** Whether calls for an action are recorded only where a trail is set to record data events of the service. */
export function isDataAction(action: string): boolean {
  numbers ??= new Set(
    Object.entries(DATA_ACTIONS).flatMap(([prefix, { actions }]) => actionsOf(prefix, actions.split(' '))),
  );
  return numbers.has(action);
}

function actionsOf(prefix: string, words: readonly string[]): readonly string[] {
  const actions = getService(prefix)?.actions ?? [];
  return actions
    .filter((action) => words.some((word) => isMeant(action, word)))
    .map(({ fullName }) => fullName);
}

function isMeant({ name, resourceTypes }: Action, word: string): boolean {
  if (word === '*' || word === name) return true;
  return word.startsWith('@') && resourceTypes.some((type) => type.name === word.slice(1));
}
