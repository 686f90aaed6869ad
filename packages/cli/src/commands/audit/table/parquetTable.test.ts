import { auditShard, SnapshotReader, type ShardAnswers } from '@policywright/account';
import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { expect, test } from 'vitest';
import { runInMemory } from '../../../_testing/runInMemory.ts';
import { snapshotOfUsers } from '../../../_testing/manyUsers.ts';
import { answerRows } from './answerRows.ts';
import { parquetTable } from './parquetTable.ts';

const FOLDER = import.meta.dirname;

function answersOf(users: number): ShardAnswers {
  const reader = new SnapshotReader();
  for (const [path, text] of Object.entries(snapshotOfUsers(users))) {
    reader.open(path);
    reader.write(text);
  }
  return auditShard(reader.end().snapshot, { index: 0, count: 1 });
}

async function readBack(bytes: Uint8Array): Promise<readonly Record<string, unknown>[]> {
  return parquetReadObjects({ file: bytes.slice().buffer });
}

test('a table of Parquet has, read back, the rows of the answers', async () => {
  // More than a group of rows has.
  const answers = answersOf(61);
  const rows = [...answerRows(answers)];
  expect(rows.length).toBeGreaterThan(1500);
  expect(rows).toContainEqual({
    principal: 'arn:aws:iam::111122223333:user/user-1',
    resource: 'arn:aws:sqs:eu-west-1:111122223333:jobs-2',
    action: 'sqs:PurgeQueue',
    certainty: 'perhaps',
  });
  expect(rows).toContainEqual({
    principal: 'arn:aws:iam::111122223333:user/user-0',
    resource: 'arn:aws:s3:::reports',
    action: 's3:ListBucket',
    certainty: 'certainly',
  });
  const bytes = await parquetTable(answers, FOLDER);
  expect(await readBack(bytes)).toEqual(rows);
});

test('its columns are text that is never missing, also where there is no row', async () => {
  for (const users of [3, 0]) {
    const bytes = await parquetTable(answersOf(users), FOLDER);
    const { children } = parquetSchema(parquetMetadata(bytes.slice().buffer));
    expect(
      children.map(({ element }) => [
        element.name,
        element.type,
        element.converted_type,
        element.repetition_type,
      ]),
    ).toEqual(
      ['principal', 'resource', 'action', 'certainty'].map((name) => [
        name,
        'BYTE_ARRAY',
        'UTF8',
        'REQUIRED',
      ]),
    );
  }
});

test('answers of another catalog are refused', async () => {
  const others = { ...answersOf(1), catalog: '1.0.0' };
  await expect(parquetTable(others, FOLDER)).rejects.toThrow('made with another version');
});

test('run and merge write the same table, and merge tells that it needs a file', async () => {
  const files = Object.fromEntries(
    Object.entries(snapshotOfUsers(3)).map(([path, text]) => [`snap/${path}`, text]),
  );
  const run = async (...argv: string[]): ReturnType<typeof runInMemory> =>
    runInMemory(['audit', ...argv], { files });
  const whole = await run('run', '--snapshot', 'snap', '--format', 'parquet');
  expect(whole.exitCode).toBe(0);
  const { written } = await run('run', '--snapshot', 'snap');
  const merged = await runInMemory(
    ['audit', 'merge', 'audit', '--format', 'parquet', '--out', 'all.parquet'],
    {
      files: written,
    },
  );
  expect(merged.stderr).toBe('wrote all.parquet\n');
  expect(merged.written['all.parquet']).toBe(whole.written['audit/shard-1-of-1.parquet']);
  expect(whole.written['audit/shard-1-of-1.parquet']).toMatch(/^80,65,82,49,/);
  const { stderr, exitCode } = await runInMemory(['audit', 'merge', 'audit', '--format', 'parquet'], {
    files: written,
  });
  expect(stderr).toContain('Parquet is no text for standard output');
  expect(exitCode).toBe(2);
});
