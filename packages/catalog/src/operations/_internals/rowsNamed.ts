import { operationTable, type OperationRow } from './operationTable.ts';

/** The operation of a name in a service, and the others of that name. */
export interface RowsNamed {
  /** That of the client that was named, or of the first. */
  readonly row: OperationRow;
  readonly rows: readonly OperationRow[];
}

/**
 * Finds the rows of an operation in the table of a service.
 *
 * @param client - what somebody wrote for the service: the id of a client chooses among its operations.
 * @param name - in any letter case.
 */
export function rowsNamed(prefix: string, client: string, name: string): RowsNamed | undefined {
  const wanted = name.toLowerCase();
  const rows = operationTable(prefix).rows.filter((row) => row.name.toLowerCase() === wanted);
  const row = rows.find((one) => isClient(one.client, client)) ?? rows[0];
  return row === undefined ? undefined : { row, rows };
}

/** Whether two texts name one client: hyphens and capitals are written as people like. */
export function isClient(id: string, text: string): boolean {
  return plain(id) === plain(text);
}

function plain(id: string): string {
  return id.toLowerCase().replaceAll('-', '');
}
