import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
// Workers wait for more, and would outlive a test that fails.
process.on('exit', () => running.forEach((child) => void child.kill('SIGKILL')));

const COMMAND = join(import.meta.dirname, '../../packages/cli/dist/main.js');

/**
 * A command that runs.
 *
 * @typedef {object} Running
 * @property {Promise<number | null>} ended - its exit code.
 * @property {() => string} stdout
 * @property {() => readonly string[]} lines - of standard error.
 * @property {(signal: 'SIGKILL' | 'SIGTERM') => void} kill
 * @property {(wanted: RegExp, count: number) => Promise<void>} told - waits until so many lines of standard error match.
 */

/**
 * Starts `policywright audit` as it was built.
 *
 * @param {string} cwd
 * @param {readonly string[]} argv - what follows `audit`.
 * @returns {Running}
 */
export function startAudit(cwd, argv) {
  const child = spawn(process.execPath, [COMMAND, 'audit', ...argv], { cwd });
  running.add(child);
  let stdout = '';
  let stderr = '';
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const tell = () => [...listeners].forEach((listener) => listener());
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
    tell();
  });
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      resolve(code);
      tell();
    });
  });
  const lines = () => stderr.split('\n').filter((line) => line !== '');
  return {
    ended,
    stdout: () => stdout,
    lines,
    kill: (signal) => void child.kill(signal),
    told: (wanted, count) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const isThere = lines().filter((line) => wanted.test(line)).length >= count;
          const isOver = child.exitCode !== null || child.signalCode !== null;
          if (!isThere && !isOver) return;
          listeners.delete(look);
          if (isThere) resolve();
          else reject(new Error(`ended before ${String(wanted)} was told:\n${stderr}`));
        };
        listeners.add(look);
        look();
      }),
  };
}

/**
 * Runs it to its end.
 *
 * @param {string} cwd
 * @param {readonly string[]} argv - what follows `audit`.
 * @returns {Promise<string>} what it prints.
 * @throws Error where it does not end with 0.
 */
export async function audit(cwd, argv) {
  const started = startAudit(cwd, argv);
  const code = await started.ended;
  if (code !== 0)
    throw new Error(`audit ${argv.join(' ')} ended with ${String(code)}:\n${started.lines().join('\n')}`);
  return started.stdout();
}
