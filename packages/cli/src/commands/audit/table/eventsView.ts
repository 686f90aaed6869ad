import { sqlText } from './openDuckDb.ts';

/** In bytes: CloudTrail writes files of some megabytes. Each thread of DuckDB holds twice as much. */
const MOST_BYTES = 64 * 1024 * 1024;

/** What is read of an event. Every column is named: the shape of parameters differs from event to event. */
const RECORD = `STRUCT(
  eventTime TIMESTAMP, eventSource VARCHAR, eventName VARCHAR, awsRegion VARCHAR, recipientAccountId VARCHAR,
  errorCode VARCHAR, sourceIPAddress VARCHAR, readOnly BOOLEAN, managementEvent BOOLEAN,
  userIdentity STRUCT("type" VARCHAR, arn VARCHAR, invokedBy VARCHAR, sessionContext STRUCT(sessionIssuer STRUCT(arn VARCHAR))),
  requestParameters JSON, resources JSON
)[]`;

/** The columns of the view `events`, in their order. */
const COLUMNS = {
  time: 'eventTime',
  account: 'recipientAccountId',
  region: 'awsRegion',
  source: 'eventSource',
  name: 'eventName',
  // As in answers: of a session, its role.
  principal: 'coalesce(record.userIdentity.sessionContext.sessionIssuer.arn, record.userIdentity.arn)',
  service: 'userIdentity.invokedBy',
  error: 'errorCode',
  address: 'sourceIPAddress',
  read_only: 'readOnly',
  management: 'managementEvent',
  parameters: 'requestParameters',
  resources: 'resources',
} as const;

/**
 * The statement that makes the view `events` of files of AWS CloudTrail, zipped or not, which are read when it is asked.
 *
 * @param files - absolute paths.
 */
export function eventsView(files: readonly string[]): string {
  const columns = Object.entries(COLUMNS).map(
    ([name, value]) => `${value.includes('(') ? value : `record.${value}`} AS ${name}`,
  );
  return `CREATE VIEW events AS SELECT ${columns.join(', ')} FROM (
    SELECT unnest("Records") AS record
    FROM read_json([${files.map(sqlText).join(', ')}], columns = { "Records": ${sqlText(RECORD)} }, maximum_object_size = ${MOST_BYTES})
  )`;
}
