import type { StatementPiece } from './phrase.ts';

/**
 * What a statement is called where its place need not be told: its Sid, or its number in its document, from 1.
 *
 * @param piece - the statement.
 */
export function statementName({ statement, sid }: StatementPiece): string {
  if (sid !== undefined) return sid;
  const last = statement.slice(statement.lastIndexOf('/') + 1);
  return last === 'Statement' ? 'only statement' : `statement ${Number(last) + 1}`;
}
