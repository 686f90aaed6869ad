import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { EventReader, type KeyOfEvents, type ObservedCalls } from '@policywright/account';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runInMemory } from '../../../_testing/runInMemory.ts';
import { readEventTables, type EventTables } from './readEventTables.ts';
import { sqlText } from './openDuckDb.ts';

const ACCOUNT = '111122223333';
const ADA = `arn:aws:iam::${ACCOUNT}:user/ada`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/path/app`;
const QUEUE = `https://sqs.eu-west-1.amazonaws.com/${ACCOUNT}/jobs`;

const event = (minute: string, eventName: string, more: object): object => ({
  eventTime: `2026-11-01T09:${minute}:00Z`,
  eventSource: 'sqs.amazonaws.com',
  eventName,
  awsRegion: 'eu-west-1',
  eventType: 'AwsApiCall',
  sourceIPAddress: '203.0.113.7',
  userAgent: 'cli',
  managementEvent: true,
  userIdentity: { type: 'IAMUser', arn: ADA, accountId: ACCOUNT },
  requestParameters: { queueUrl: QUEUE },
  ...more,
});
const session = (name: string): object => ({
  userIdentity: {
    type: 'AssumedRole',
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/app/${name}`,
    accountId: ACCOUNT,
    invokedBy: 'cloudformation.amazonaws.com',
    sessionContext: { sessionIssuer: { arn: ROLE }, attributes: { mfaAuthenticated: 'true' } },
  },
});
const RECORDS = [
  event('02', 'PurgeQueue', {}),
  event('01', 'PurgeQueue', { userAgent: 'sdk' }),
  event('05', 'PurgeQueue', { errorCode: 'AccessDenied' }),
  event('03', 'DeleteQueue', session('one')),
  event('04', 'DeleteQueue', session('two')),
  event('06', 'ConsoleLogin', { eventType: 'AwsConsoleSignIn' }),
  event('07', 'GetObject', {
    eventSource: 's3.amazonaws.com',
    managementEvent: false,
    eventCategory: 'Data',
    vpcEndpointId: 'vpce-1',
    requestParameters: null,
    resources: [{ ARN: 'arn:aws:s3:::reports/a', type: 'AWS::S3::Object' }],
  }),
];

let folder = '';
let trail = '';

/** Tables of the same events, as different writers have them. */
const FORMS: Readonly<Record<string, string>> = {
  'with structures': `SELECT unnest("Records", recursive := false) AS r FROM read_json(TRAIL)`,
  'with JSON': `SELECT r FROM (SELECT unnest(json_extract(content, '$.Records[*]')) AS r FROM read_text(TRAIL))`,
};

async function run(...statements: readonly string[]): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const statement of statements) await connection.run(statement.replaceAll('TRAIL', sqlText(trail)));
  connection.closeSync();
  instance.closeSync();
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "policywright-it's-"));
  trail = join(folder, 'trail.json');
  writeFileSync(trail, JSON.stringify({ Records: RECORDS }));
  const structures = `SELECT r.* FROM (${FORMS['with structures']})`;
  // Amazon Athena has names in small letters, and parameters as text.
  const json = (name: string): string => `json_extract(r, '$.${name}')`;
  const text = (name: string): string => `json_extract_string(r, '$.${name}') AS ${name.toLowerCase()}`;
  const texts = ['eventSource', 'eventName', 'awsRegion', 'eventType', 'errorCode', 'sourceIPAddress'];
  const more = ['userAgent', 'managementEvent', 'eventCategory', 'vpcEndpointId'];
  const athena = `SELECT ${[...texts, ...more].map(text).join(', ')},
    CAST(json_extract_string(r, '$.eventTime') AS TIMESTAMP) AS eventtime,
    CAST(${json('userIdentity')} AS VARCHAR) AS useridentity,
    CAST(${json('requestParameters')} AS VARCHAR) AS requestparameters,
    CAST(${json('resources')} AS VARCHAR) AS resources FROM (${FORMS['with JSON']})`;
  await run(
    `COPY (${structures}) TO ${sqlText(join(folder, 'structures.parquet'))} (FORMAT parquet)`,
    `COPY (${athena}) TO ${sqlText(join(folder, 'athena.parquet'))} (FORMAT parquet)`,
    `ATTACH ${sqlText(join(folder, 'events.duckdb'))} AS trail`,
    `CREATE TABLE trail.events AS ${structures}`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

function ordered({ calls, ...rest }: ObservedCalls): object {
  const texts = calls.map((call) => JSON.stringify(call, (_, value: unknown) => value ?? null));
  return { ...rest, calls: texts.toSorted() };
}

async function read(tables: Partial<EventTables>, keys: readonly KeyOfEvents[] = []): Promise<object> {
  const reader = new EventReader({ keys });
  await readEventTables(
    { parquet: [], databases: [], query: undefined, ...tables },
    { reader, keys, folder: import.meta.dirname },
  );
  return ordered(reader.end());
}

function expected(keys: readonly KeyOfEvents[] = []): object {
  const reader = new EventReader({ keys });
  reader.read(JSON.stringify({ Records: RECORDS }));
  return ordered(reader.end());
}

describe('tables of events tell what their files do', () => {
  const at = (name: string): string => join(folder, name);

  test('Parquet with structures, and as Amazon Athena has it', async () => {
    expect(await read({ parquet: [at('structures.parquet')] })).toEqual(expected());
    expect(await read({ parquet: [at('athena.parquet')] })).toEqual(expected());
  });

  test('a database of DuckDB', async () => {
    expect(await read({ databases: [at('events.duckdb')] })).toEqual(expected());
  });

  test('a query', async () => {
    const query = `SELECT r.* FROM (${FORMS['with structures'] ?? ''});`.replace('TRAIL', sqlText(trail));
    expect(await read({ query })).toEqual(expected());
  });

  test('structures whose members have small letters alone', async () => {
    const reader = new EventReader();
    const query = `SELECT '2026-11-01T00:00:00Z' AS eventtime, 'sqs.amazonaws.com' AS eventsource,
      'PurgeQueue' AS eventname, { 'type': 'AssumedRole', 'accountid': '${ACCOUNT}',
        'sessioncontext': { 'sessionissuer': { 'arn': '${ROLE}' } } } AS useridentity`;
    const tables = { parquet: [], databases: [], query };
    await readEventTables(tables, { reader, keys: [], folder: import.meta.dirname });
    expect(reader.end().calls[0]?.caller).toEqual({ kind: 'role', name: ROLE, account: ACCOUNT });
  });

  test('with the keys that are asked for', async () => {
    const keys = ['aws:SourceIp', 'aws:UserAgent'] as const;
    expect(await read({ parquet: [at('structures.parquet')] }, keys)).toEqual(expected(keys));
    expect(expected(keys)).not.toEqual(expected());
  });
});

test('what cannot be read as events is an error of the user', async () => {
  await expect(read({ query: 'SELECT 1 AS eventName' })).rejects.toThrow(
    'the events have no column `eventTime`, `eventSource`, `userIdentity`',
  );
  await expect(read({ query: 'SELECT nothing' })).rejects.toThrow(/^the events cannot be read: Binder Error/);
  await expect(read({ parquet: [trail] })).rejects.toThrow('the events cannot be read: ');
  await expect(read({ databases: [join(folder, 'none.duckdb')] })).rejects.toThrow('cannot be read');
});

test('unused and replay take a query in place of files', async () => {
  const query = `SELECT r.* FROM (${FORMS['with structures'] ?? ''})`.replace('TRAIL', sqlText(trail));
  const Statement = { Effect: 'Allow', Action: ['sqs:PurgeQueue', 'sqs:SetQueueAttributes'], Resource: '*' };
  const account = {
    UserDetailList: [
      {
        UserName: 'ada',
        Arn: ADA,
        UserPolicyList: [{ PolicyName: 'own', PolicyDocument: { Version: '2012-10-17', Statement } }],
      },
    ],
  };
  const ask = (command: string): ReturnType<typeof runInMemory> =>
    runInMemory(['audit', command, '--snapshot', 'snap', '--events-sql', query], {
      files: { 'snap/accounts/1.json': JSON.stringify(account) },
    });
  expect((await ask('unused')).stdout).toBe(
    `${ADA}\t3, 2026-11-01T09:07:00Z\tsqs:PurgeQueue\tsqs:SetQueueAttributes\t\n`,
  );
  const replay = await ask('replay');
  expect(replay.stdout).toContain(`${ADA}\ts3:GetObject\t1, 2026-11-01T09:07:00Z\t`);
  expect(replay.stdout).not.toContain('PurgeQueue');
});
