import { auditShard } from '@policywright/account';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import { AUDIT_OPTIONS } from './auditOptions.ts';
import { readSnapshot } from './readSnapshot.ts';
import { readCount } from './readCount.ts';
import { readShardOption } from './shardOption.ts';
import { runThreads } from './threads/runThreads.ts';
import { ANSWER_FORMATS, writeAnswers } from './writeAnswers.ts';

/** Each thread holds a snapshot; machines with more processors are served by parts. */
const MOST_THREADS = 256;

/** `policywright audit run`: writes the answers of a part of the principals. */
export const runCommand: Command = defineCommand({
  summary: 'write what every principal can do on every resource, whole or in parts',
  operands: { label: '', least: 0, most: 0 },
  options: {
    snapshot: AUDIT_OPTIONS.snapshot,
    out: { value: 'DIR', description: 'folder for the files; `audit` by default' },
    shard: { value: 'I/N', description: 'only the I-th of N parts of the principals, from 1' },
    format: {
      value: 'FORMAT',
      choices: ANSWER_FORMATS,
      description: 'form of the file: json, which is joined, or parquet; json by default',
    },
    workers: { value: 'N', description: 'threads that share the work; one by default' },
  },
  notes: [
    'Each part is one file, written beside its place and then renamed: a part that runs twice, or at two places at once, leaves the same bytes. Whatever counts can run the parts: a matrix of CI, `xargs -P`, array jobs of AWS Batch, indexed jobs of Kubernetes, a distributed map of Step Functions. `policywright audit merge DIR` joins them.',
    'A file is { catalog, principals, resources, rows, answers }: `answers` has [principal, resource, certain, possible] by place, the last two in `rows`, which are ranges of numbers of actions of the catalog.',
    'Parquet needs `hyparquet-writer`. Its columns are `principal`, `resource`, `action` and `certainty`, all text, an action a row; `certainty` is `certainly` or `perhaps`. Parts of it need no joining: what reads Parquet reads many files.',
    'Threads share one machine: the file is the same, byte for byte, with any number of them. Each reads the snapshot for itself. Where one dies, nothing is written, and the command says with which part.',
    'Exit code: 0 written; 2 wrong usage, or a file that cannot be read or written.',
  ],
  examples: [
    'audit run --snapshot snapshot --out audit --workers 4',
    "seq 1 8 | xargs -P 2 -I{} policywright audit run --snapshot snapshot --out audit --shard '{}/8'",
  ],
  run: async ({ options, io }) => {
    const shard = readShardOption(options.shard);
    const threads = readCount('workers', options.workers, { least: 1, most: MOST_THREADS }) ?? 1;
    const { out = 'audit', snapshot, format } = options;
    const answers =
      threads > 1
        ? await runThreads(io, { shard, threads, snapshot })
        : auditShard(await readSnapshot(io, snapshot), shard);
    await writeAnswers(io, { folder: out, shard, answers, format });
    return EXIT_CODE.yes;
  },
});
