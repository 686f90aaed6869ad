import { join } from 'node:path';
import { printShard, type Shard, type ShardAnswers } from '@policywright/account';
import type { Io } from '../../io/io.ts';
import { writeWhole } from '../../io/writeWhole.ts';
import { shardFile } from './shardOption.ts';
import { parquetTable } from './table/parquetTable.ts';

/** The forms of a file of answers: as `audit merge` reads them, or a table for other programs. */
export const ANSWER_FORMATS = ['json', 'parquet'] as const;

/** A form of a file of answers; JSON if left out. */
export type AnswerFormat = (typeof ANSWER_FORMATS)[number] | undefined;

/** The answers of a part, and the folder for its file. */
export interface PartFile {
  readonly folder: string;
  readonly shard: Shard;
  readonly answers: ShardAnswers;
  readonly format?: AnswerFormat;
}

/**
 * Writes the file of a part whole, so that a part that runs twice changes nothing.
 *
 * @param io - the files; standard error hears of it.
 * @param file - what, and where.
 * @throws CommandError - where it cannot be written.
 */
export async function writeAnswers(io: Io, { folder, shard, answers, format }: PartFile): Promise<void> {
  const path = join(folder, shardFile(shard, format));
  await writeWhole(io, path, await contentOf(answers, format, io.cwd));
  io.stderr.write(`wrote ${path}\n`);
}

/**
 * Answers as the content of a file.
 *
 * @param answers - of a part, or of several that were joined.
 * @param format - its form.
 * @param folder - the absolute path of a folder of the project, in which what writes a table is looked for.
 * @throws CommandError - where that is not installed.
 */
export async function contentOf(
  answers: ShardAnswers,
  format: AnswerFormat,
  folder: string,
): Promise<string | Uint8Array> {
  return format === 'parquet' ? parquetTable(answers, folder) : printShard(answers);
}
