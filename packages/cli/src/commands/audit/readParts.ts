import { basename, resolve } from 'node:path';
import { readShard, type ShardAnswers } from '@policywright/account';
import { quote } from '@policywright/policy/text';
import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import { readableFiles } from '../../io/readableFiles.ts';

const NAME = /^shard-(\d+)-of-(\d+)\.json$/;

/**
 * Reads the files of parts in a folder.
 *
 * @param io - the files.
 * @param folder - as the user named it.
 * @returns the parts in their order; `undefined` for one whose file is missing.
 * @throws CommandError - where a file cannot be read, or is of another audit.
 */
export async function readParts(io: Io, folder: string): Promise<readonly (ShardAnswers | undefined)[]> {
  const filter = { endings: ['.json'], takes: (name: string) => NAME.test(name) };
  let shards: (ShardAnswers | undefined)[] = [];
  for (const file of await readableFiles(io, [folder], filter)) {
    const [, number = '', count = ''] = NAME.exec(basename(file)) ?? [];
    if (shards.length === 0) shards = Array.from({ length: Number(count) }, () => undefined);
    const shard = readShard(new TextDecoder().decode(await io.files.read(resolve(io.cwd, file), MOST_BYTES)));
    const isOther = shard?.catalog !== (shards.find((one) => one !== undefined) ?? shard)?.catalog;
    if (shard === undefined || isOther || shards.length !== Number(count) || Number(number) > shards.length)
      throw new CommandError(`${quote(file)} is no part of the same audit`, {
        help: 'run all parts again, with one version and one number of parts, into an empty folder',
      });
    shards[Number(number) - 1] = shard;
  }
  return shards;
}

/**
 * Tells which parts are missing.
 *
 * @param parts - in their order.
 * @returns `undefined` where none is.
 */
export function missingParts(parts: readonly (ShardAnswers | undefined)[]): string | undefined {
  const missing = parts.flatMap((part, index) => (part === undefined ? [index + 1] : []));
  return missing.length > 0 ? `missing of ${parts.length} parts: ${missing.join(', ')}` : undefined;
}

/** A part may be as large as a text can be. */
const MOST_BYTES = 512 * 1024 * 1024;
