import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ActionError } from './actionError.js';

const { env, execPath, platform } = process;
const MANIFEST = join(import.meta.dirname, '../../packages/cli/package.json');

/**
 * Runs `policywright` and gives what it printed; what it says on standard error goes to the log, or nowhere.
 *
 * @param {readonly string[]} args
 * @param {'inherit' | 'ignore'} log
 */
export function policywright(args, log = 'inherit') {
  const [command = '', ...first] = env.POLICYWRIGHT_COMMAND
    ? JSON.parse(env.POLICYWRIGHT_COMMAND)
    : [...npx(), '--yes', `policywright@${version()}`];
  const { status, stdout, error } = spawnSync(command, [...first, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', log],
  });
  if (error !== undefined) throw error;
  return { status: status ?? 3, stdout };
}

/**
 * How npx is started. On Windows it is a batch file, which only a shell starts, and a shell takes arguments apart: so
 * Node itself starts the program behind it.
 *
 * @returns {readonly string[]}
 */
function npx() {
  if (platform !== 'win32') return ['npx'];
  const program = join(dirname(execPath), 'node_modules/npm/bin/npx-cli.js');
  if (!existsSync(program)) throw new ActionError('npm is not installed beside Node');
  return [execPath, program];
}

/** The version that is asked for, else that of this action, so that a pinned action runs a pinned program. */
function version() {
  const asked = env.POLICYWRIGHT_VERSION || JSON.parse(readFileSync(MANIFEST, 'utf8')).version;
  if (!/^\w[\w.+-]*$/.test(asked)) throw new ActionError('`version` is not a version');
  // Before the first release there is none.
  return asked === '0.0.0' ? 'latest' : asked;
}
