import { resolve } from 'node:path';
import { mergeShards } from '@policywright/account';
import { quote } from '@policywright/policy/text';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { CommandError } from '../../commandError.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import type { Io } from '../../io/io.ts';
import { AUDIT_OPTIONS, type AuditFormat } from './auditOptions.ts';
import { missingParts, readParts } from './readParts.ts';
import { JSON_ENDINGS, trailFiles } from './readTrail.ts';
import { printReport } from './report/printReport.ts';
import { eventsView } from './table/eventsView.ts';
import { askDuckDb, type OpenDatabase } from './table/openDuckDb.ts';
import { openTables } from './table/openTables.ts';

/** `policywright audit sql`: asks the answers of all parts in SQL. */
export const sqlCommand: Command = defineCommand({
  summary: 'ask the answers of all parts, and events, in SQL',
  operands: { label: 'QUERY [DIR]', least: 1, most: 2 },
  options: {
    events: {
      value: 'PATH',
      repeats: true,
      description:
        'file or folder of events of AWS CloudTrail, `*.json` or `*.json.gz`, for the table `events`',
    },
    format: AUDIT_OPTIONS.format,
  },
  notes: [
    'Needs `@duckdb/node-api`. DIR has the files that `audit run` wrote as JSON; it is `audit` by default.',
    '`answers` has the columns `principal`, `resource` (`*` for actions that take none), `action` and `certainty` (`certainly` or `perhaps`). `events` has `time`, `account`, `region`, `source`, `name`, `principal` (of a session, its role), `service`, `error`, `address`, `read_only`, `management`, `parameters` and `resources`.',
    'Exit code: 0 answered; 1 a part is missing; 2 wrong usage, a query that cannot be run, or a file that cannot be read.',
  ],
  examples: [
    "audit sql \"SELECT principal FROM answers WHERE action = 's3:DeleteBucket' AND certainty = 'certainly'\"",
    'audit sql "SELECT principal, name, count(*) FROM events GROUP BY ALL ORDER BY 3 DESC LIMIT 20" --events trail',
  ],
  run: async ({ operands: [query = '', folder = 'audit'], options: { events, format }, io }) => {
    const parts = await readParts(io, folder);
    const missing = missingParts(parts);
    if (missing !== undefined) {
      io.stderr.write(`${missing}\n`);
      return EXIT_CODE.no;
    }
    const files = events.length === 0 ? [] : await eventFiles(io, events);
    const tables = await openTables(mergeShards(parts.filter((part) => part !== undefined)), io.cwd);
    try {
      if (files.length > 0) await tables.connection.run(eventsView(files));
      print(io, await ask(tables, query), { query, format });
    } finally {
      tables.close();
    }
    return EXIT_CODE.yes;
  },
});

/** DuckDB reads the files itself. */
async function eventFiles(io: Io, paths: readonly string[]): Promise<readonly string[]> {
  const files = await trailFiles(io, paths, JSON_ENDINGS);
  if (files.length > 0) return files.map((file) => resolve(io.cwd, file));
  throw new CommandError(`there are no files of events in ${paths.map((path) => quote(path)).join(', ')}`);
}

interface Table {
  readonly names: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

async function ask({ connection }: OpenDatabase, query: string): Promise<Table> {
  const reader = await askDuckDb(() => connection.runAndReadAll(query), {
    words: 'the query cannot be run',
    help: 'the tables are `answers` and, with `--events`, `events`',
  });
  return { names: reader.deduplicatedColumnNames(), rows: reader.getRowsJson() };
}

interface Asked {
  readonly query: string;
  readonly format: AuditFormat;
}

function print(io: Io, { names, rows }: Table, { query, format }: Asked): void {
  const report = {
    title: query,
    summary: `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`,
    headings: names,
    rows: rows.map((row) => row.map(cellText)),
    notes: [],
    json: rows.map((row) => Object.fromEntries(names.map((name, place) => [name, row[place] ?? null]))),
  };
  printReport(io, report, format);
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
