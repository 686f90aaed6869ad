// Packs the published packages as a release would, and lets each consumer below `fixtures` install and use them
// in a folder outside the workspace. The packages must be built.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { markdownTable } from '@policywright-tooling/repository/markdown-table';
import { packPackages } from '@policywright-tooling/repository/pack-packages';
import { runConsumer } from './lib/consumer.js';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const USAGE = 'usage: node run.js [--keep] [CONSUMER...]';

/** Reads the command line; answers nothing, and says why, where it is wrong. */
function readArguments() {
  const known = readdirSync(FIXTURES);
  try {
    const { values, positionals } = parseArgs({
      args: process.argv.slice(2).filter((argument) => argument !== '--'),
      options: { keep: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const unknown = positionals.find((name) => !known.includes(name));
    if (unknown !== undefined) throw new Error(`no consumer is called \`${unknown}\`: ${known.join(', ')}`);
    return { keep: values.keep, names: positionals.length === 0 ? known : positionals };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return undefined;
  }
}

/** @param {{ keep: boolean, names: readonly string[] }} options */
async function main({ keep, names }) {
  const folder = mkdtempSync(join(tmpdir(), 'policywright-consumers-'));
  try {
    const packages = await packPackages(join(folder, 'packed'));
    const rows = [];
    for (const name of names) {
      process.stderr.write(`${name}\n`);
      const fixture = join(FIXTURES, name);
      rows.push(...(await runConsumer({ name, fixture, folder: join(folder, name), packages })));
    }
    console.log(tableOf(rows));
    return rows.every(({ result }) => result === 'passed') ? 0 : 1;
  } finally {
    if (keep) process.stderr.write(`kept ${folder}\n`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {readonly import('./lib/consumer.js').Row[]} rows */
function tableOf(rows) {
  return markdownTable({
    headings: ['consumer', 'check', 'result', 'seconds'],
    rows: rows.map(({ consumer, check, result, seconds }) => [
      consumer,
      check,
      result,
      seconds === undefined ? '' : seconds.toFixed(1),
    ]),
    textColumns: 3,
  });
}

const options = readArguments();
process.exitCode = options === undefined ? 2 : await main(options);
