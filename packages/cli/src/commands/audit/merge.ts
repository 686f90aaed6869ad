import { mergeShards } from '@policywright/account';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { CommandError } from '../../commandError.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import { writeWhole } from '../../io/writeWhole.ts';
import { missingParts, readParts } from './readParts.ts';
import { ANSWER_FORMATS, contentOf } from './writeAnswers.ts';

/** `policywright audit merge`: joins the files of all parts. */
export const mergeCommand: Command = defineCommand({
  summary: 'join the files of all parts',
  operands: { label: 'DIR', least: 1, most: 1 },
  options: {
    format: {
      value: 'FORMAT',
      choices: ANSWER_FORMATS,
      description: 'json, or a table of parquet, which needs `--out`; json by default',
    },
    out: { value: 'FILE', description: 'file for the answers; standard output by default' },
  },
  notes: [
    'Joins the files of JSON, and gives one of the same form, or a table with the columns that `audit run --format parquet` has. All parts must be there, made with one catalog.',
    'Exit code: 0 joined; 1 a part is missing; 2 wrong usage, or a file that cannot be read or written.',
  ],
  examples: ['audit merge audit > audit.json', 'audit merge audit --format parquet --out audit.parquet'],
  run: async ({ operands: [folder = '.'], options: { format, out }, io }) => {
    if (format === 'parquet' && out === undefined)
      throw new CommandError('Parquet is no text for standard output', {
        help: 'name a file: `--out audit.parquet`',
      });
    const parts = await readParts(io, folder);
    const missing = missingParts(parts);
    if (missing !== undefined) {
      io.stderr.write(`${missing}\n`);
      return EXIT_CODE.no;
    }
    const answers = mergeShards(parts.filter((part) => part !== undefined));
    const content = await contentOf(answers, format, io.cwd);
    if (out !== undefined) {
      await writeWhole(io, out, content);
      io.stderr.write(`wrote ${out}\n`);
    } else if (typeof content === 'string') io.stdout.write(content);
    return EXIT_CODE.yes;
  },
});
