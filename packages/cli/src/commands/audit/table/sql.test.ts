import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { auditShard, printShard, SnapshotReader, type ShardAnswers } from '@policywright/account';
import { expect, test } from 'vitest';
import { snapshotOfUsers } from '../../../_testing/manyUsers.ts';
import { runInMemory } from '../../../_testing/runInMemory.ts';
import { answerRows } from './answerRows.ts';
import { eventsView } from './eventsView.ts';
import { openTables } from './openTables.ts';

const FOLDER = import.meta.dirname;
const ADA = 'arn:aws:iam::111122223333:user/ada';

function partOf(index: number, count: number): ShardAnswers {
  const reader = new SnapshotReader();
  for (const [path, text] of Object.entries(snapshotOfUsers(11))) {
    reader.open(path);
    reader.write(text);
  }
  return auditShard(reader.end().snapshot, { index, count });
}

const files = Object.fromEntries(
  [0, 1].map((index) => [`audit/shard-${index + 1}-of-2.json`, printShard(partOf(index, 2))]),
);

function sql(query: string, ...options: string[]): ReturnType<typeof runInMemory> {
  return runInMemory(['audit', 'sql', query, ...options], { files });
}

test('the table of answers has the rows of all parts', async () => {
  const { stdout, exitCode } = await sql('FROM answers', '--format', 'json');
  expect(exitCode).toBe(0);
  const sorted = (rows: readonly object[]): readonly string[] =>
    rows.map((row) => JSON.stringify(row)).toSorted();
  expect(sorted(JSON.parse(stdout) as object[])).toEqual(sorted([...answerRows(partOf(0, 1))]));
});

test('answers are printed in each form', async () => {
  const query =
    "SELECT certainty, count(*) AS n FROM answers WHERE action = 'sqs:PurgeQueue' GROUP BY ALL ORDER BY 1";
  const { stdout, stderr } = await sql(query);
  expect(stdout).toBe('certainly\t2\nperhaps\t4\n');
  expect(stderr).toBe('2 rows\n');
  expect((await sql(query, '--format', 'csv')).stdout).toBe('certainty,n\r\ncertainly,2\r\nperhaps,4\r\n');
  expect((await sql('SELECT NULL AS a, [1, 2] AS b')).stdout).toBe('\t[1,2]\n');
});

test('a query that cannot be run is an error of the user', async () => {
  const { exitCode, stderr } = await sql('SELECT nothing FROM answers');
  expect(stderr).toMatch(/^error: the query cannot be run: Binder Error: .*nothing/);
  expect(exitCode).toBe(2);
  expect((await sql('FROM events')).stderr).toContain('with `--events`, `events`');
});

test('parts must be there, all of them', async () => {
  const nothing = await runInMemory(['audit', 'sql', 'FROM answers'], {
    files: { 'audit/other.json': '{}' },
  });
  expect(nothing.stderr).toContain('`audit`: there are no *.json files in this folder');
  const half = await runInMemory(['audit', 'sql', 'FROM answers'], {
    files: Object.fromEntries(Object.entries(files).slice(0, 1)),
  });
  expect([half.stderr, half.exitCode]).toEqual(['missing of 2 parts: 2\n', 1]);
});

test('events are read by their columns, zipped or not, whatever their parameters are', async () => {
  const folder = mkdtempSync(join(tmpdir(), "policywright-it's-"));
  try {
    const event = {
      eventTime: '2026-11-01T09:00:00Z',
      eventSource: 's3.amazonaws.com',
      awsRegion: 'eu-west-1',
    };
    const role = 'arn:aws:iam::111122223333:role/path/app';
    const session = {
      type: 'AssumedRole',
      arn: 'arn:aws:sts::111122223333:assumed-role/app/x',
      sessionContext: { sessionIssuer: { arn: role } },
    };
    const plain = {
      Records: [
        {
          ...event,
          eventName: 'GetObject',
          userIdentity: { type: 'IAMUser', arn: ADA },
          requestParameters: { key: 'a' },
        },
        {
          ...event,
          eventName: 'PutObject',
          userIdentity: session,
          requestParameters: 'a text',
          errorCode: 'AccessDenied',
          other: [1],
        },
      ],
    };
    const zipped = {
      Records: [
        {
          ...event,
          eventName: 'ListBuckets',
          userIdentity: { type: 'AWSService', invokedBy: 'x.amazonaws.com' },
          requestParameters: null,
        },
      ],
    };
    mkdirSync(join(folder, 'b'));
    const paths = [join(folder, 'a.json'), join(folder, 'b/c.json.gz')];
    writeFileSync(paths[0] ?? '', JSON.stringify(plain));
    writeFileSync(paths[1] ?? '', gzipSync(JSON.stringify(zipped)));
    const { connection, close } = await openTables(partOf(0, 1), FOLDER);
    await connection.run(eventsView(paths));
    const reader = await connection.runAndReadAll(
      'SELECT name, principal, service, error, parameters, time FROM events ORDER BY name',
    );
    close();
    expect(reader.getRowsJson()).toEqual([
      ['GetObject', ADA, null, null, '{"key":"a"}', '2026-11-01 09:00:00'],
      ['ListBuckets', null, 'x.amazonaws.com', null, null, '2026-11-01 09:00:00'],
      ['PutObject', role, null, 'AccessDenied', '"a text"', '2026-11-01 09:00:00'],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
