import type { ShardAnswers } from '@policywright/account';
import { requirePeer } from '../../_internals/requirePeer.ts';
import { ANSWER_COLUMNS, answerRows } from './answerRows.ts';

type ParquetWriter = typeof import('hyparquet-writer');

const PACKAGE = 'hyparquet-writer';

/**
 * Writes answers as a table of Parquet, with the columns `principal`, `resource`, `action` and `certainty`, all text.
 *
 * @param answers - of parts.
 * @param folder - the absolute path of a folder of the project, in which the package is looked for.
 * @returns the bytes of the file.
 * @throws CommandError - where the package is not installed, or the answers are of another catalog.
 */
export async function parquetTable(answers: ShardAnswers, folder: string): Promise<Uint8Array> {
  const place = { name: PACKAGE, beside: () => import('hyparquet-writer'), folder };
  const parquet = await requirePeer<ParquetWriter>(place, 'Parquet is written');
  const writer = new parquet.ByteWriter();
  await parquet.parquetWriteRows({
    writer,
    // Taken a group at a time, never all held at once.
    rows: answerRows(answers),
    columns: ANSWER_COLUMNS.map((name) => ({ name, type: 'STRING', nullable: false })),
    createdBy: 'policywright',
  });
  return writer.getBytes();
}
