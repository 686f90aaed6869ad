import { join, resolve } from 'node:path';
import { auditShard, printShard } from '@policywright/account';
import { quote } from '@policywright/policy/text';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { CommandError } from '../../commandError.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import type { Io } from '../../io/io.ts';
import { describeFileError } from '../../io/readInput.ts';
import { AUDIT_OPTIONS } from './auditOptions.ts';
import { readSnapshot } from './readSnapshot.ts';
import { readShardOption, shardFile } from './shardOption.ts';

/** `policywright audit run`: writes the answers of a part of the principals. */
export const runCommand: Command = defineCommand({
  summary: 'write what every principal can do on every resource, whole or in parts',
  operands: { label: '', least: 0, most: 0 },
  options: {
    snapshot: AUDIT_OPTIONS.snapshot,
    out: { value: 'DIR', description: 'folder for the files; `audit` by default' },
    shard: { value: 'I/N', description: 'only the I-th of N parts of the principals, from 1' },
  },
  notes: [
    'Each part is one file, written beside its place and then renamed: a part that runs twice, or at two places at once, leaves the same bytes. Whatever counts can run the parts: a matrix of CI, `xargs -P`, array jobs of AWS Batch, indexed jobs of Kubernetes, a distributed map of Step Functions. `policywright audit merge DIR` joins them.',
    'A file is { catalog, principals, resources, rows, answers }: `answers` has [principal, resource, certain, possible] by place, the last two in `rows`, which are ranges of numbers of actions of the catalog.',
    'Exit code: 0 written; 2 wrong usage, or a file that cannot be read or written.',
  ],
  examples: [
    'audit run --snapshot snapshot --out audit',
    "seq 1 8 | xargs -P 2 -I{} policywright audit run --snapshot snapshot --out audit --shard '{}/8'",
  ],
  run: async ({ options, io }) => {
    const shard = readShardOption(options.shard);
    const snapshot = await readSnapshot(io, options.snapshot);
    const { out = 'audit' } = options;
    await writeWhole(io, {
      folder: out,
      name: shardFile(shard),
      text: printShard(auditShard(snapshot, shard)),
    });
    return EXIT_CODE.yes;
  },
});

interface WholeFile {
  readonly folder: string;
  readonly name: string;
  readonly text: string;
}

async function writeWhole({ files, cwd, stderr }: Io, { folder, name, text }: WholeFile): Promise<void> {
  const path = join(folder, name);
  try {
    await files.makeFolder?.(resolve(cwd, folder));
    await (files.replace ?? files.write)(resolve(cwd, path), text);
  } catch (error) {
    const { message, help } = describeFileError(error);
    throw new CommandError(`${quote(path)}: ${message}`, { help });
  }
  stderr.write(`wrote ${path}\n`);
}
