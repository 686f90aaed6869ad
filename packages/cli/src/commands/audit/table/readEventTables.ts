import type { EventReader, KeyOfEvents } from '@policywright/account';
import { quote } from '@policywright/policy/text';
import { CommandError } from '../../../commandError.ts';
import { eventColumns, type TableColumn } from './eventColumns.ts';
import { alikeEvents } from './alikeEvents.ts';
import { askDuckDb, openDuckDb, sqlText, type OpenDatabase } from './openDuckDb.ts';

/** Where tables of events are. */
export interface EventTables {
  /** Absolute paths of files of Parquet. */
  readonly parquet: readonly string[];
  /** Absolute paths of databases of DuckDB, which have a table `events`. */
  readonly databases: readonly string[];
  /** A query that gives events. */
  readonly query: string | undefined;
}

/** What is read, and where. */
export interface TableReading {
  readonly reader: EventReader;
  /** Keys with many values that are told apart. */
  readonly keys: readonly KeyOfEvents[];
  /** The absolute path of a folder of the project, in which the package is looked for. */
  readonly folder: string;
}

const HELP =
  'expected columns as events of AWS CloudTrail have members: `eventTime`, `eventSource`, `eventName`, `userIdentity`, `awsRegion`, `requestParameters`';

/**
 * Reads tables of events through DuckDB, which counts those that are alike before any is held.
 *
 * @param tables - where they are.
 * @param reading - what to read them with.
 * @throws CommandError - where the package is not installed, or a table cannot be read as events.
 */
export async function readEventTables(tables: EventTables, reading: TableReading): Promise<void> {
  const database = await openDuckDb(reading.folder, 'events in tables are read');
  try {
    const words = 'the events cannot be read';
    for (const relation of await askDuckDb(() => relationsOf(tables, database), { words, help: HELP }))
      await askDuckDb(() => readRelation(relation, reading, database), { words, help: HELP });
  } finally {
    database.close();
  }
}

async function relationsOf(
  { parquet, databases, query }: EventTables,
  { connection }: OpenDatabase,
): Promise<readonly string[]> {
  const relations: string[] = [];
  if (parquet.length > 0)
    relations.push(`read_parquet([${parquet.map(sqlText).join(', ')}], union_by_name = true)`);
  for (const [index, path] of databases.entries()) {
    await connection.run(`ATTACH ${sqlText(path)} AS trail_${index} (READ_ONLY)`);
    relations.push(`trail_${index}.events`);
  }
  if (query !== undefined) relations.push(`(${query.replace(/[;\s]+$/, '')}\n)`);
  return relations;
}

async function readRelation(
  relation: string,
  { reader, keys }: TableReading,
  { connection }: OpenDatabase,
): Promise<void> {
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${relation}`);
  const columns = described.getRowObjectsJson().map((row): TableColumn => {
    const { column_name: name, column_type: type } = row;
    return { name: typeof name === 'string' ? name : '', type: typeof type === 'string' ? type : '' };
  });
  const { select, missing } = eventColumns(columns, keys);
  if (missing.length > 0)
    throw new CommandError(`the events have no column ${missing.map((name) => quote(name)).join(', ')}`, {
      help: HELP,
    });
  const result = await connection.stream(`${select} FROM ${relation} GROUP BY ALL`);
  for await (const rows of result.yieldRowObjectJson())
    for (const row of rows) {
      const { event, ...alike } = alikeEvents(row);
      reader.add(event, alike);
    }
}
