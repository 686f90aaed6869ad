import { join, resolve } from 'node:path';
import { printShard, type Shard, type ShardAnswers } from '@policywright/account';
import { quote } from '@policywright/policy/text';
import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import { describeFileError } from '../../io/readInput.ts';
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
  await writeWhole(io, join(folder, shardFile(shard, format)), await contentOf(answers, format, io.cwd));
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

/**
 * Writes a file, and the folders around it, under a temporary name first.
 *
 * @param io - the files; standard error hears of it.
 * @param path - as the user named it.
 * @param content - all of it.
 * @throws CommandError - where it cannot be written.
 */
export async function writeWhole(
  { files, cwd, stderr }: Io,
  path: string,
  content: string | Uint8Array,
): Promise<void> {
  try {
    await files.makeFolder?.(resolve(cwd, path, '..'));
    await (files.replace ?? files.write)(resolve(cwd, path), content);
  } catch (error) {
    const { message, help } = describeFileError(error);
    throw new CommandError(`${quote(path)}: ${message}`, { help });
  }
  stderr.write(`wrote ${path}\n`);
}
