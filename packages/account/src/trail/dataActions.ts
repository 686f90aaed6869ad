import { getService, type Action } from '@policywright/catalog';

/**
 * Actions of calls that AWS CloudTrail records as data events only, by service: names, or the types of resources whose actions
 * they are (`@object`), or all (`*`).
 *
 * Source: "Logging data events", AWS CloudTrail User Guide: of `s3`, `lambda`, `dynamodb`, `sns` and `cloudtrail-data` read
 * 2026-11-30 in the list of examples; which actions those are, and the other services, from memory, unchecked.
 */
const DATA_ACTIONS: Readonly<Record<string, string>> = {
  s3: '@object ListBucket ListBucketVersions ListBucketMultipartUploads',
  s3express: '@object CreateSession',
  's3-object-lambda': '*',
  's3-outposts': '@object',
  lambda: 'InvokeFunction InvokeFunctionUrl InvokeAsync',
  dynamodb:
    'GetItem PutItem UpdateItem DeleteItem Query Scan BatchGetItem BatchWriteItem ConditionCheckItem PartiQLSelect PartiQLInsert PartiQLUpdate PartiQLDelete GetRecords GetShardIterator',
  sns: 'Publish',
  sqs: 'SendMessage ReceiveMessage DeleteMessage ChangeMessageVisibility',
  kinesis: 'PutRecord PutRecords GetRecords GetShardIterator SubscribeToShard',
  'cloudtrail-data': '*',
  ebs: '*',
  'rds-data': '*',
  xray: 'PutTraceSegments PutTelemetryRecords',
  appconfig: 'GetLatestConfiguration StartConfigurationSession GetConfiguration',
  ssmmessages: '*',
  ec2messages: '*',
  cloudwatch: 'PutMetricData GetMetricData GetMetricStatistics GetMetricWidgetImage ListMetrics',
  logs: 'PutLogEvents',
  'execute-api': '*',
};

let numbers: ReadonlySet<string> | undefined;

/** Whether calls for an action are recorded only where a trail is set to record data events of the service. */
export function isDataAction(action: string): boolean {
  numbers ??= new Set(
    Object.entries(DATA_ACTIONS).flatMap(([prefix, text]) => actionsOf(prefix, text.split(' '))),
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
