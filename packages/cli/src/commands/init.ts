import { basename, dirname, join, posix, relative, resolve, sep } from 'node:path';
import { parsePolicy, type Policy } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import { defineCommand, type Command } from '../arguments/command.ts';
import { CommandError } from '../commandError.ts';
import { CONFIG_FILES } from '../config/configFiles.ts';
import { EXIT_CODE } from '../exitCode.ts';
import { findFiles } from '../io/findFiles.ts';
import type { Io } from '../io/io.ts';
import { kindOf } from '../io/kindOf.ts';
import { readInput } from '../io/readInput.ts';
import { writeWhole } from '../io/writeWhole.ts';
import { firstScenario } from './init/firstScenario.ts';
import { EXAMPLE_POLICY, FIRST_CONFIG, firstWorkflow } from './init/startingFiles.ts';

const FOLDER = 'policies';
const WORKFLOW = '.github/workflows/policywright.yml';
const SCHEMA = 'node_modules/policywright/dist/schema/scenario.json';
/** So many files are looked at for one with a policy. */
const MOST_FILES = 200;

/** `policywright init`: writes what a repository with policies begins with. */
export const init: Command = defineCommand({
  summary: 'write a configuration, a first scenario and a workflow of CI',
  operands: { label: '[FOLDER]', least: 0, most: 1 },
  options: {
    'no-workflow': { description: 'write no workflow of GitHub' },
    'dry-run': { description: 'say what would be written, and write nothing' },
  },
  notes: [
    `FOLDER holds the policies; \`${FOLDER}\` if left out. The scenario is about the first identity-based policy in it, or about an example where there is none: a request that it allows, and one that nobody should be allowed.`,
    'What is there is kept. Exit code: 0; 2 where something cannot be read or written.',
  ],
  examples: ['init', 'init iam/policies --no-workflow', 'init --dry-run'],
  run: async ({ options, operands: [folder = FOLDER], io }) => {
    const writer = new Writer(io, options['dry-run']);
    await refuseFile(io, folder);
    const config = await firstThere(io, CONFIG_FILES);
    if (config === undefined) await writer.write('policywright.config.json', FIRST_CONFIG);
    else writer.keep(config);
    await writeScenario(io, folder, writer);
    if (!options['no-workflow']) await writer.write(WORKFLOW, firstWorkflow(slashed(folder)));
    const path = /^[\w./-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", `'\\''`)}'`;
    io.stdout.write(`\nnext: npx policywright lint ${path} && npx policywright test ${path}\n`);
    return EXIT_CODE.yes;
  },
});

/** Writes files that are not there, and says so. */
class Writer {
  readonly #io: Io;
  readonly #isDry: boolean;

  constructor(io: Io, isDry: boolean) {
    this.#io = io;
    this.#isDry = isDry;
  }

  async write(file: string, text: string, told: readonly string[] = []): Promise<void> {
    if (await isThere(this.#io, file)) {
      this.keep(file);
      return;
    }
    if (!this.#isDry) await writeWhole(this.#io, file, text);
    this.#say(this.#isDry ? 'would write' : 'wrote', file, told);
  }

  keep(file: string): void {
    this.#say('kept', file, ['it is there already']);
  }

  #say(verb: string, file: string, told: readonly string[]): void {
    this.#io.stdout.write([`${verb} ${quote(file)}`, ...told.map((line) => `  ${line}`), ''].join('\n'));
  }
}

async function writeScenario(io: Io, folder: string, writer: Writer): Promise<void> {
  const found = await firstPolicy(io, folder);
  const file = found?.file ?? join(folder, 'deploy.json');
  if (found === undefined)
    await writer.write(file, EXAMPLE_POLICY, ['an example: replace it by a policy of yours']);
  const policy = found?.policy ?? policyOf(EXAMPLE_POLICY);
  const scenarioFile = file.replace(/\.json$/i, '') + '.scenario.json';
  if (policy === undefined || (await isThere(io, scenarioFile))) {
    writer.keep(scenarioFile);
    return;
  }
  const place = resolve(io.cwd, dirname(scenarioFile));
  const schema = slashed(relative(place, resolve(io.cwd, SCHEMA)));
  const { text, told } = firstScenario(policy, { file: basename(file), schema });
  await writer.write(scenarioFile, text, told);
}

/** The first file of a folder that holds an identity-based policy that allows something. */
async function firstPolicy(
  io: Io,
  folder: string,
): Promise<{ readonly file: string; readonly policy: Policy } | undefined> {
  const takes = (name: string): boolean => /\.json$/i.test(name) && !CONFIG_FILES.includes(name);
  const files = (await isThere(io, folder))
    ? await findFiles(io, [folder], { endings: ['.json'], takes, listed: true })
    : [];
  for (const found of files.slice(0, MOST_FILES)) {
    if (!found.ok || found.isLink) continue;
    const input = await readInput(io, found.file);
    const policy = input.ok ? policyOf(input.text) : undefined;
    if (policy !== undefined) return { file: found.file, policy };
  }
  return undefined;
}

function policyOf(text: string): Policy | undefined {
  const read = parsePolicy(text, { type: 'identity' });
  if (!read.ok) return undefined;
  return read.policy.statements.some(({ effect }) => effect === 'Allow') ? read.policy : undefined;
}

async function refuseFile(io: Io, folder: string): Promise<void> {
  if ((await kindOf(io, folder)) === 'file')
    throw new CommandError(`${quote(folder)} is a file, expected the folder of the policies`);
}

async function firstThere(io: Io, files: readonly string[]): Promise<string | undefined> {
  for (const file of files) if (await isThere(io, file)) return file;
  return undefined;
}

async function isThere(io: Io, file: string): Promise<boolean> {
  return (await kindOf(io, file)) !== undefined;
}

function slashed(path: string): string {
  return path.split(sep).join(posix.sep);
}
