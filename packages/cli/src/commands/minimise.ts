import { minimisePolicy, type MinimiseResult } from '@policywright/analyzer';
import { POLICY_TYPES, printJson } from '@policywright/policy';
import { jsonText, printable, printableJson } from '@policywright/policy/text';
import { defineCommand, type Command } from '../arguments/command.ts';
import { EXIT_CODE } from '../exitCode.ts';
import type { Io } from '../io/io.ts';
import { foldLines } from '../terminal/foldLines.ts';
import { FORMAT } from './_internals/format.ts';
import { readPolicyFile } from './_internals/readPolicyFile.ts';

/** More steps than a person reads. */
const MOST_STEPS = 20;

/** `policywright minimise`: prints the smallest policy that decides the same. */
export const minimise: Command = defineCommand({
  summary: 'print a smaller policy that decides the same',
  operands: { label: 'FILE', least: 1, most: 1 },
  options: {
    format: FORMAT,
    type: { value: 'TYPE', choices: POLICY_TYPES, description: 'type of the policy' },
    'drop-sids': { description: 'drop every Sid, so that more statements merge' },
    'drop-id': { description: 'drop the Id' },
    'drop-version': { description: 'drop a Version that changes nothing' },
    check: { description: 'print no policy; exit code 1 where it could be smaller' },
  },
  notes: [
    'FILE holds one policy document in JSON; `-` is standard input. The policy goes to standard output, on one line without white space, indented on a terminal; what was done to it goes to standard error.',
    'Values that are repeated or that a pattern beside them covers go, so do statements that another one covers; statements that differ in one list are merged. No decision changes.',
    'Exit code: 0 printed, with `--check` nothing to gain; 1 with `--check` it could be smaller; 2 wrong usage, or a file that holds no policy.',
  ],
  examples: ['minimise policy.json > smaller.json', 'minimise policy.json --drop-sids --format json'],
  run: async ({ options, operands: [file = '-'], io }) => {
    const read = await readPolicyFile(io, file, options.type);
    if (read === undefined) return EXIT_CODE.usage;
    const result = minimisePolicy(read.policy, {
      dropSids: options['drop-sids'],
      dropId: options['drop-id'],
      dropVersion: options['drop-version'],
    });
    if (options.format === 'json') io.stdout.write(`${asJson(file, result)}\n`);
    else {
      if (!options.check) io.stdout.write(`${textOf(io, result)}\n`);
      printSteps(io, result);
    }
    return options.check && result.after < result.before ? EXIT_CODE.no : EXIT_CODE.yes;
  },
});

function asJson(file: string, { before, after, steps, text }: MinimiseResult): string {
  return jsonText({ file, before, after, steps, policy: text });
}

function textOf({ stdout }: Io, { text, policy }: MinimiseResult): string {
  return printableJson(stdout.isTTY ? printJson(policy.root) : text);
}

function printSteps(io: Io, { before, after, steps }: MinimiseResult): void {
  const lines = steps
    .slice(0, MOST_STEPS)
    .map(({ pointer, message }) => printable(`${pointer === '' ? '/' : pointer}: ${message}`));
  const more = steps.length - lines.length;
  if (more > 0) lines.push(`and ${more} more changes, which \`--format json\` lists`);
  const saved = before === after ? 'nothing to gain' : `${before - after} fewer`;
  lines.push(`${after} characters without white space, ${saved}`);
  io.stderr.write(foldLines(io.stderr, `${lines.join('\n')}\n`));
}
