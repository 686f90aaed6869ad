import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCommand, type BuiltCommand } from '../../_testing/builtCommand.ts';
import { writeManyUsers } from '../../_testing/manyUsers.ts';

let command: BuiltCommand;
let cwd = '';

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'policywright-missing-'));
  // Where no package is installed.
  command = await buildCommand(cwd);
  writeManyUsers(join(cwd, 'snapshot'), 2);
  await command.run(['audit', 'run', '--snapshot', 'snapshot'], { cwd });
});
afterAll(() => rmSync(cwd, { recursive: true }));

test.each([
  [
    ['submit', '--parts', '2', '--queue', 'redis://localhost'],
    'queues need `bullmq` and `ioredis`, which are not installed',
    'npm install bullmq@6 ioredis@6',
  ],
  [
    ['worker', '--queue', 'postgres://localhost/audit'],
    'queues need `bullmq` and `pg`, which are not installed',
    'npm install bullmq@6 pg@8',
  ],
  [
    ['run', '--snapshot', 'snapshot', '--format', 'parquet'],
    'Parquet is written by the package `hyparquet-writer`, which is not installed',
    'npm install hyparquet-writer',
  ],
  [
    ['sql', 'FROM answers'],
    'SQL is answered by the package `@duckdb/node-api`, which is not installed',
    'npm install @duckdb/node-api',
  ],
  [
    ['unused', '--snapshot', 'snapshot', '--events-sql', 'FROM events'],
    'events in tables are read by the package `@duckdb/node-api`, which is not installed',
    'npm install @duckdb/node-api',
  ],
])('audit %j says what to install', async (argv, message, help) => {
  const { exitCode, stderr } = await command.run(['audit', ...argv], { cwd });
  expect(stderr).toContain(`error: ${message}\n`);
  expect(stderr).toContain(`help: \`${help}\`\n`);
  expect(exitCode).toBe(2);
});
