import type { DuckDBConnection } from '@duckdb/node-api';
import { CommandError } from '../../../commandError.ts';
import { requirePeer } from '../../_internals/requirePeer.ts';

type DuckDb = typeof import('@duckdb/node-api');

const PACKAGE = '@duckdb/node-api';

/** A database in memory. */
export interface OpenDatabase {
  readonly connection: DuckDBConnection;
  readonly close: () => void;
}

/** Nothing is loaded from elsewhere. */
const SETTINGS = { autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' };

/**
 * Opens a database in memory.
 *
 * @param folder - the absolute path of a folder of the project, in which the package is looked for.
 * @param does - what it does, for the message where it is not installed: `SQL is answered`.
 * @throws CommandError - where the package is not installed.
 */
export async function openDuckDb(folder: string, does: string): Promise<OpenDatabase> {
  const place = { name: PACKAGE, beside: () => import('@duckdb/node-api'), folder };
  const duckDb = await requirePeer<DuckDb>(place, does);
  const instance = await duckDb.DuckDBInstance.create(':memory:', SETTINGS);
  const connection = await instance.connect();
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  return { connection, close };
}

/**
 * Asks a database, and tells what is wrong with the question as an error of the user.
 *
 * @param ask - what is asked.
 * @param words - what cannot be done: `the query cannot be run`.
 * @param help - how to mend it.
 * @throws CommandError - where it cannot be answered.
 */
export async function askDuckDb<Answer>(
  ask: () => Promise<Answer>,
  { words, help }: { readonly words: string; readonly help: string },
): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Error) || error instanceof CommandError) throw error;
    const [first = ''] = error.message.split('\n');
    throw new CommandError(`${words}: ${first}`, { help });
  }
}

/**
 * A text of SQL.
 *
 * @param text - any.
 */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
