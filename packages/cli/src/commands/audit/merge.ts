import { basename, resolve } from 'node:path';
import { mergeShards, printShard, readShard, type ShardAnswers } from '@policywright/account';
import { quote } from '@policywright/policy/text';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { CommandError } from '../../commandError.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import { findFiles } from '../../io/findFiles.ts';
import type { Io } from '../../io/io.ts';

const NAME = /^shard-(\d+)-of-(\d+)\.json$/;

/** `policywright audit merge`: joins the files of all parts. */
export const mergeCommand: Command = defineCommand({
  summary: 'join the files of all parts',
  operands: { label: 'DIR', least: 1, most: 1 },
  options: {},
  notes: [
    'Prints one file of the same form on standard output. All parts must be there, made with one catalog.',
    'Exit code: 0 printed; 1 a part is missing; 2 wrong usage, or a file that cannot be read.',
  ],
  examples: ['audit merge audit > audit.json'],
  run: async ({ operands: [folder = '.'], io }) => {
    const shards = await readShards(io, folder);
    const missing = shards.flatMap((shard, index) => (shard === undefined ? [index + 1] : []));
    if (missing.length > 0) {
      io.stderr.write(`missing of ${shards.length} parts: ${missing.join(', ')}\n`);
      return EXIT_CODE.no;
    }
    io.stdout.write(printShard(mergeShards(shards.filter((shard) => shard !== undefined))));
    return EXIT_CODE.yes;
  },
});

/** The parts in their order. */
async function readShards(io: Io, folder: string): Promise<readonly (ShardAnswers | undefined)[]> {
  const filter = { endings: ['.json'], takes: (name: string) => NAME.test(name) };
  let shards: (ShardAnswers | undefined)[] = [];
  for (const found of await findFiles(io, [folder], filter)) {
    if (!found.ok) throw new CommandError(`${quote(found.file)}: ${found.problem.message}`, found.problem);
    const [, number = '', count = ''] = NAME.exec(basename(found.file)) ?? [];
    if (shards.length === 0) shards = Array.from({ length: Number(count) }, () => undefined);
    const shard = readShard(
      new TextDecoder().decode(await io.files.read(resolve(io.cwd, found.file), MOST_BYTES)),
    );
    const isOther = shard?.catalog !== (shards.find((one) => one !== undefined) ?? shard)?.catalog;
    if (shard === undefined || isOther || shards.length !== Number(count) || Number(number) > shards.length)
      throw new CommandError(`${quote(found.file)} is no part of the same audit`, {
        help: 'run all parts again, with one version and one number of parts, into an empty folder',
      });
    shards[Number(number) - 1] = shard;
  }
  return shards;
}

/** A part may be as large as a text can be. */
const MOST_BYTES = 512 * 1024 * 1024;
