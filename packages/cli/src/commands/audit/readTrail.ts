import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { EventReader, type EventReaderOptions, type EventsReading } from '@policywright/account';
import { quote } from '@policywright/policy/text';
import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import { readableFiles } from '../../io/readableFiles.ts';
import { describeFileError } from '../../io/readInput.ts';
import { reportFindings } from './reportFindings.ts';
import { readEventTables } from './table/readEventTables.ts';

/** CloudTrail writes files of some megabytes; a file that claims to hold more than a text can is none of its. */
const MOST_BYTES = 512 * 1024 * 1024;
/** The endings of files as they lie in the bucket. */
export const JSON_ENDINGS = ['.json', '.json.gz'] as const;
/** Those of tables, which DuckDB reads. */
const TABLE_ENDINGS = ['.parquet', '.duckdb'] as const;

/** The option that names events. */
export const EVENTS_OPTION = {
  events: {
    value: 'PATH',
    repeats: true,
    description:
      'file or folder of events of AWS CloudTrail, `*.json` or `*.json.gz` as they lie in the bucket, `*.parquet`, or `*.duckdb` with a table `events`; `trail` in the snapshot by default',
  },
  'events-sql': {
    value: 'QUERY',
    description:
      'a query for DuckDB that gives events, in columns that are named as their members; such as "FROM read_json(\'trail.json\')"',
  },
} as const;

/** What to tell of tables of events. */
export const EVENTS_NOTE =
  'Tables and queries need `@duckdb/node-api`. Columns are named as members of events: `eventTime`, `eventSource`, `eventName` and `userIdentity`, and where there are, `awsRegion`, `errorCode`, `requestParameters`, `resources`, `eventType`, `eventCategory`, `managementEvent`, `vpcEndpointId`, `sourceIPAddress` and `userAgent`; those with members are structures or JSON.';

/**
 * Lists the files of events of AWS CloudTrail.
 *
 * @param io - the files.
 * @param paths - as the user named them.
 * @param endings - of the names of files that count.
 * @throws CommandError - where a path leads to none.
 */
export async function trailFiles(
  io: Io,
  paths: readonly string[],
  endings: readonly string[],
): Promise<readonly string[]> {
  const takes = (name: string): boolean => endings.some((ending) => name.endsWith(ending));
  return readableFiles(io, paths, { endings, takes });
}

/** Where events come from. */
export interface TrailSources {
  /** As the user named them. */
  readonly paths: readonly string[];
  readonly query: string | undefined;
}

/**
 * Reads events of AWS CloudTrail, file by file.
 *
 * @param io - the files.
 * @param sources - files and a query.
 * @param options - what to tell calls apart by.
 * @throws CommandError - where a file cannot be read, or none has an event.
 */
export async function readTrail(
  io: Io,
  { paths, query }: TrailSources,
  options: EventReaderOptions = {},
): Promise<EventsReading> {
  const reader = new EventReader(options);
  const files = await trailFiles(io, paths, [...JSON_ENDINGS, ...TABLE_ENDINGS]);
  const tables = { parquet: ending(io, files, '.parquet'), databases: ending(io, files, '.duckdb'), query };
  const texts = files.filter((file) => !TABLE_ENDINGS.some((one) => file.endsWith(one)));
  for (const file of texts) reader.read(await bytesOf(io, file), file);
  if (query !== undefined || texts.length < files.length)
    await readEventTables(tables, { reader, keys: options.keys ?? [], folder: io.cwd });
  const reading = reader.end();
  reportFindings(io, reading.diagnostics);
  if (reading.events > 0) return reading;
  const sources = [...paths.map((path) => quote(path)), ...(query === undefined ? [] : ['the query'])];
  throw new CommandError(`there are no events in ${sources.join(', ')}`, {
    help: 'expected files of AWS CloudTrail: `{ "Records": [ … ] }`',
  });
}

/** DuckDB reads the files itself. */
function ending(io: Io, files: readonly string[], end: string): readonly string[] {
  return files.filter((file) => file.endsWith(end)).map((file) => resolve(io.cwd, file));
}

async function bytesOf(io: Io, file: string): Promise<Uint8Array> {
  try {
    const bytes = await io.files.read(resolve(io.cwd, file), MOST_BYTES);
    const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return isZipped ? gunzipSync(bytes, { maxOutputLength: MOST_BYTES }) : bytes;
  } catch (error) {
    const problem = describeFileError(error);
    throw new CommandError(`${quote(file)}: ${problem.message}`, problem);
  }
}
