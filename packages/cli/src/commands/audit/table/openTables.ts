import type { DuckDBConnection } from '@duckdb/node-api';
import type { ShardAnswers } from '@policywright/account';
import { RowActions } from './answerRows.ts';
import { openDuckDb, type OpenDatabase } from './openDuckDb.ts';

/** Answers are stored as they are written, each row of actions once; the view puts them together when it is asked. */
const TABLES = `
  CREATE TABLE principals (place INTEGER, arn VARCHAR);
  CREATE TABLE resources (place INTEGER, arn VARCHAR);
  CREATE TABLE actions (set_number INTEGER, name VARCHAR);
  CREATE TABLE pairs (principal INTEGER, resource INTEGER, certain INTEGER, possible INTEGER);
  CREATE VIEW answers AS
    SELECT
      principals.arn AS principal,
      resources.arn AS resource,
      possible.name AS action,
      CASE WHEN certain.name IS NULL THEN 'perhaps' ELSE 'certainly' END AS certainty
    FROM pairs
    JOIN principals ON principals.place = pairs.principal
    JOIN resources ON resources.place = pairs.resource
    JOIN actions AS possible ON possible.set_number = pairs.possible
    LEFT JOIN actions AS certain ON certain.set_number = pairs.certain AND certain.name = possible.name;
`;

/**
 * Opens a database in memory with the answers of parts: the view `answers` has the columns `principal`, `resource`, `action`
 * and `certainty`.
 *
 * @param answers - of all parts.
 * @param folder - the absolute path of a folder of the project, in which the package is looked for.
 * @throws CommandError - where the package is not installed, or the answers are of another catalog.
 */
export async function openTables(answers: ShardAnswers, folder: string): Promise<OpenDatabase> {
  const database = await openDuckDb(folder, 'SQL is answered');
  try {
    await database.connection.run(TABLES);
    await fill(database.connection, answers);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

type Cell = string | number;

async function fill(connection: DuckDBConnection, answers: ShardAnswers): Promise<void> {
  const names = new RowActions(answers);
  const numbered = (texts: readonly string[]): Iterable<readonly Cell[]> =>
    texts.map((text, place) => [place, text]);
  await append(connection, 'principals', numbered(answers.principals));
  await append(connection, 'resources', numbered(answers.resources));
  await append(
    connection,
    'actions',
    answers.rows.flatMap((_, row) => names.of(row).map((name) => [row, name])),
  );
  await append(connection, 'pairs', answers.answers);
}

async function append(
  connection: DuckDBConnection,
  table: string,
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  const appender = await connection.createAppender(table);
  for (const row of rows) {
    for (const cell of row)
      if (typeof cell === 'string') appender.appendVarchar(cell);
      else appender.appendInteger(cell);
    appender.endRow();
  }
  appender.closeSync();
}
