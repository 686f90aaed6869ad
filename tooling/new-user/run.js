// Packs the packages as a release would, installs them into an empty folder, does there what the guides of the nine jobs
// say, and logs what was typed, what came back and how long it took. Ends with 1 where something is not as the guide
// says. The packages must be built.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeEmptyProject } from '@policywright-tooling/repository/empty-project';
import { markdownTable } from '@policywright-tooling/repository/markdown-table';
import { packPackages } from '@policywright-tooling/repository/pack-packages';
import { runProgram } from '@policywright-tooling/repository/run-program';
import { transform } from 'esbuild';
import { guideSteps } from './guideSteps.js';

const GUIDES = join(import.meta.dirname, '../../apps/docs/pages/guide');
/** The jobs of the README, by the names of their guides. */
const JOBS = [
  'why-denied',
  'check-in-ci',
  'review-policy-change',
  'who-can-reach',
  'least-privilege',
  'templates',
  'emulator',
  'embed',
  'prove-guard-rail',
];
/** So much of an answer is logged; `--whole` logs all of it. */
const MOST_LINES = 6;

/** @typedef {import('./guideSteps.js').GuideStep} GuideStep */

/**
 * @typedef {object} Job - what came of one.
 * @property {string} title
 * @property {number} files - that had to be written.
 * @property {number} commands - that were typed.
 * @property {number} programs
 * @property {number} seconds - that the machine took.
 * @property {number} faults
 */

/** Where jobs are done, and how they are logged. */
class NewUser {
  #project;
  #isWhole;
  #job = newJob('');
  #printed = '';

  /**
   * @param {string} project - with the packages.
   * @param {{ isWhole: boolean }} options
   */
  constructor(project, { isWhole }) {
    this.#project = project;
    this.#isWhole = isWhole;
  }

  /**
   * Does what a guide says, in a folder of its own.
   *
   * @param {string} name - of the guide.
   * @returns {Promise<Job>}
   */
  async follow(name) {
    const markdown = readFileSync(join(GUIDES, `${name}.md`), 'utf8');
    this.#job = newJob(/^# (.*)$/m.exec(markdown)?.[1] ?? name);
    this.#printed = '';
    const folder = join(this.#project, name);
    mkdirSync(folder);
    console.log(`\n## ${this.#job.title}\n`);
    for (const step of guideSteps(markdown)) await this.#take(step, folder);
    return this.#job;
  }

  /**
   * @param {GuideStep} step
   * @param {string} folder
   */
  async #take(step, folder) {
    switch (step.kind) {
      case 'file':
        this.#write(folder, step.file, step.text);
        break;
      case 'program':
        await this.#runProgram(folder, step);
        break;
      case 'commands':
        this.#printed = '';
        for (const line of step.lines) await this.#runCommand(folder, line);
        break;
      default:
        if (this.#printed.trimEnd() !== step.text.trimEnd())
          this.#fault(`line ${step.line} of the guide shows another answer:\n${step.text}`);
    }
  }

  /** @param {string} folder @param {string} file @param {string} text */
  #write(folder, file, text) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    this.#job.files += 1;
    console.log(`wrote ${file} (${text.split('\n').length - 1} lines)`);
  }

  /** @param {string} folder @param {{ text: string, line: number }} program */
  async #runProgram(folder, { text, line }) {
    // Every Node that the packages need runs what is left without types.
    const { code } = await transform(text, { loader: 'ts', format: 'esm' });
    const file = `program-${line}.mjs`;
    writeFileSync(join(folder, file), code);
    this.#job.programs += 1;
    await this.#run(folder, { shown: `node ${file}`, command: 'node', args: [file], exitCode: 0 });
  }

  /** @param {string} folder @param {import('./guideSteps.js').CommandLine} line */
  async #runCommand(folder, { command, exitCode }) {
    this.#job.commands += 1;
    this.#printed += await this.#run(folder, {
      shown: command,
      command: 'sh',
      args: ['-c', command],
      exitCode,
    });
  }

  /**
   * @param {string} folder
   * @param {{ shown: string, command: string, args: readonly string[], exitCode: number }} call
   * @returns what it printed on standard output.
   */
  async #run(folder, { shown, command, args, exitCode }) {
    const from = performance.now();
    const PATH = [join(this.#project, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
    const ended = await runProgram(command, args, { cwd: folder, env: { PATH } });
    const seconds = (performance.now() - from) / 1000;
    this.#job.seconds += seconds;
    console.log(`$ ${shown}`);
    const lines = ended.output.trimEnd().split('\n');
    const seen = this.#isWhole ? lines : lines.slice(0, MOST_LINES);
    for (const text of ended.output === '' ? [] : seen) console.log(`  ${text}`);
    if (seen.length < lines.length) console.log(`  (${lines.length - seen.length} more)`);
    console.log(`  → ${ended.exitCode ?? 'no exit code'}, ${seconds.toFixed(1)} s`);
    if (ended.exitCode !== exitCode) this.#fault(`expected to end with ${exitCode}`);
    return ended.stdout;
  }

  /** @param {string} words */
  #fault(words) {
    this.#job.faults += 1;
    console.log(`  FAULT: ${words}`);
  }
}

/** @param {string} title @returns {Job} */
function newJob(title) {
  return { title, files: 0, commands: 0, programs: 0, seconds: 0, faults: 0 };
}

/** What a reader of the guides installs: the command, and what the guides say to install. */
function packagesOfGuides() {
  const named = JOBS.flatMap((name) =>
    [
      ...readFileSync(join(GUIDES, `${name}.md`), 'utf8').matchAll(/^npm install (?:--save-dev )?(.*)$/gm),
    ].flatMap(([, names = '']) => names.split(' ')),
  );
  return [...new Set(['policywright', ...named])];
}

/** @param {readonly Job[]} jobs */
function tableOf(jobs) {
  return markdownTable({
    headings: ['job', 'files', 'commands', 'programs', 'seconds', 'faults'],
    rows: jobs.map(({ title, files, commands, programs, seconds, faults }) => [
      title,
      ...[files, commands, programs].map(String),
      seconds.toFixed(1),
      String(faults),
    ]),
    textColumns: 1,
  });
}

/** @param {{ names: readonly string[], isWhole: boolean }} options */
async function main({ names, isWhole }) {
  const folder = mkdtempSync(join(tmpdir(), 'policywright-new-user-'));
  try {
    const packed = await packPackages(join(folder, 'packed'));
    const wanted = new Set(packagesOfGuides().flatMap((name) => [name, ...(packed.get(name)?.needs ?? [])]));
    // What is not of this workspace comes from the registry.
    const sources = [...wanted].map((name) => packed.get(name)?.tarball ?? name);
    const project = join(folder, 'project');
    const from = performance.now();
    await makeEmptyProject(project, sources);
    console.log(`$ npm install ${packagesOfGuides().join(' ')}`);
    console.log(`  → ${((performance.now() - from) / 1000).toFixed(1)} s`);
    const user = new NewUser(project, { isWhole });
    const jobs = [];
    for (const name of names) jobs.push(await user.follow(name));
    console.log(`\n${tableOf(jobs)}`);
    return jobs.every(({ faults }) => faults === 0) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads the command line; answers nothing, and says why, where it is wrong. */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      args: process.argv.slice(2).filter((argument) => argument !== '--'),
      options: { whole: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const unknown = positionals.find((name) => !JOBS.includes(name));
    if (unknown !== undefined) throw new Error(`no job is called \`${unknown}\`: ${JOBS.join(', ')}`);
    return { names: positionals.length === 0 ? JOBS : positionals, isWhole: values.whole };
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message : String(error)}\nusage: node run.js [--whole] [JOB...]`,
    );
    return undefined;
  }
}

const options = readArguments();
process.exitCode = options === undefined ? 2 : await main(options);
