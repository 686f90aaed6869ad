import type { KeyOfEvents } from '@policywright/account';

/** A column of a table of events. */
export interface TableColumn {
  readonly name: string;
  /** Of DuckDB: `VARCHAR`, `TIMESTAMP`, `STRUCT(…)`, `JSON`. */
  readonly type: string;
}

/** The statement that counts events that are alike, up to its tables. */
export interface EventSelect {
  readonly select: string;
  /** Columns without which nothing is told. */
  readonly missing: readonly string[];
}

const NEEDED = ['eventTime', 'eventSource', 'eventName', 'userIdentity'] as const;
/** Columns that are text, by the members of events. */
const TEXTS = [
  'eventSource',
  'eventName',
  'awsRegion',
  'errorCode',
  'eventType',
  'eventCategory',
  'managementEvent',
  'vpcEndpointId',
] as const;
/** Columns that tell of something with members. */
const PARTS = ['requestParameters', 'resources'] as const;
/** What is read of `userIdentity`. Of a session, the role alone tells who it is. */
const IDENTITY = {
  identityType: '$.type',
  identityArn: '$.arn',
  identityAccount: '$.accountId',
  identityService: '$.invokedBy',
  identityIssuer: '$.sessionContext.sessionIssuer.arn',
  identityMfa: '$.sessionContext.attributes.mfaAuthenticated',
} as const;
const OF_KEYS: Readonly<Record<KeyOfEvents, string>> = {
  'aws:SourceIp': 'sourceIPAddress',
  'aws:UserAgent': 'userAgent',
};

/**
 * Says how to read events of a table whose columns are named as the members of events, whatever the letter case: text, JSON, or
 * structures. Columns that are not there are left empty.
 *
 * @param columns - of the table.
 * @param keys - keys with many values that are told apart.
 */
export function eventColumns(columns: readonly TableColumn[], keys: readonly KeyOfEvents[]): EventSelect {
  const find = (name: string): TableColumn | undefined =>
    columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
  const missing = NEEDED.filter((name) => find(name) === undefined);
  const time = timeOf(find('eventTime'));
  const identity = jsonOf(find('userIdentity'));
  const issuer = memberOf(identity, IDENTITY.identityIssuer);
  const members = Object.entries(IDENTITY).map(([name, path]) => {
    const value = memberOf(identity, path);
    return `${name === 'identityArn' ? `CASE WHEN ${issuer} IS NULL THEN ${value} END` : value} AS ${name}`;
  });
  const parts = [
    ...[...TEXTS, ...keys.map((key) => OF_KEYS[key])].map((name) => `${textOf(find(name))} AS ${name}`),
    ...PARTS.map((name) => `CAST(${jsonOf(find(name))} AS VARCHAR) AS ${name}`),
    ...members,
    `count(*) AS count, min(${time}) AS first, max(${time}) AS last`,
  ];
  return { select: `SELECT ${parts.join(', ')}`, missing };
}

function textOf(column: TableColumn | undefined): string {
  return column === undefined ? 'NULL' : `CAST(${named(column)} AS VARCHAR)`;
}

/** As events have it, which is how times compare. */
function timeOf(column: TableColumn | undefined): string {
  if (column === undefined) return 'NULL';
  if (!column.type.startsWith('TIMESTAMP')) return textOf(column);
  return `strftime(CAST(${named(column)} AS TIMESTAMP), '%Y-%m-%dT%H:%M:%SZ')`;
}

function jsonOf(column: TableColumn | undefined): string {
  if (column === undefined) return 'NULL::JSON';
  return column.type === 'VARCHAR' ? `TRY_CAST(${named(column)} AS JSON)` : `to_json(${named(column)})`;
}

/** A member of JSON; tables of Amazon Athena have all names in small letters. */
function memberOf(json: string, path: string): string {
  const small = path.toLowerCase();
  const value = `json_extract_string(${json}, '${path}')`;
  return small === path ? value : `coalesce(${value}, json_extract_string(${json}, '${small}'))`;
}

function named({ name }: TableColumn): string {
  return `"${name.replaceAll('"', '""')}"`;
}
