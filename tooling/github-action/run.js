// The GitHub Action's one step: runs the command, annotates the pull request, writes the job's summary, and keeps one
// comment on what the pull request newly allows. No dependency and no build: the action runs from a bare checkout.
import { appendFileSync, readFileSync } from 'node:fs';
import { ActionError } from './actionError.js';
import { keepComment } from './comment.js';
import { git } from './git.js';
import { policywright } from './policywright.js';

const { env } = process;

/**
 * @typedef {{ status: number, summary: string }} Report
 */

/**
 * The lines of an input.
 *
 * @param {string} name
 * @param {string | undefined} input
 */
function pathsOf(name, input) {
  const paths = (input ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const odd = paths.findIndex((path) => path.startsWith('-'));
  // The path itself is foreign text, which only the command knows to write.
  if (odd >= 0) throw new ActionError(`path ${odd + 1} of \`${name}\` is not a path`);
  return paths;
}

/**
 * Runs a command of the program twice: for the annotations, and for the summary. Both are the command's own
 * forms, which keep text of policies text.
 *
 * @param {string} command
 * @param {readonly string[]} paths
 * @param {readonly string[]} options
 * @returns {Report}
 */
function report(command, paths, options = []) {
  const given = [command, ...options];
  const annotated = policywright([...given, '--format', 'github', '--', ...paths]);
  process.stdout.write(annotated.stdout);
  const { stdout } = policywright([...given, '--format', 'markdown', '--', ...paths], 'ignore');
  return { status: annotated.status, summary: stdout === '' ? `## ${command}: no report` : stdout.trimEnd() };
}

/**
 * The pull request that the workflow runs for; `undefined` where it runs for something else.
 *
 * @returns {{ number: number, base: { sha: string } } | undefined}
 */
function pullRequest() {
  return env.GITHUB_EVENT_PATH
    ? JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8')).pull_request
    : undefined;
}

/**
 * Compares policies with those of the revision that the pull request is to be merged into.
 *
 * @param {readonly string[]} paths
 * @returns {Promise<readonly Report[]>} one for each path.
 */
async function compare(paths) {
  const pull = pullRequest();
  const base = env.POLICYWRIGHT_BASE || pull?.base.sha;
  if (base === undefined) throw new ActionError('`diff` needs a pull request, or `base` with a commit');
  fetchCommit(base);
  const reports = paths.map((path) => report('diff', [`git:${base}`, path]));
  const whole = reports.map(({ summary }) => summary).join('\n\n');
  if (pull !== undefined) await keepComment(pull.number, whole);
  // What is newly allowed is for people to judge, unless they want it judged here.
  const judged = env.POLICYWRIGHT_FAIL_ON_NEW_ACCESS === 'true';
  return reports.map(({ status, summary }) => ({ status: status === 1 && !judged ? 0 : status, summary }));
}

/**
 * Makes sure that a commit is there, which it is not in a shallow clone.
 *
 * @param {string} commit
 */
function fetchCommit(commit) {
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit))
    throw new ActionError('`base` is not a commit, by all its hex digits');
  if (git('cat-file', '-e', `${commit}^{commit}`)) return;
  if (git('fetch', '--quiet', '--no-tags', '--depth=1', 'origin', commit)) return;
  throw new ActionError('the base commit cannot be fetched; check out with `fetch-depth: 0`');
}

async function main() {
  const policies = pathsOf('lint', env.POLICYWRIGHT_LINT);
  const scenarios = pathsOf('scenarios', env.POLICYWRIGHT_SCENARIOS);
  const compared = pathsOf('diff', env.POLICYWRIGHT_DIFF);
  if (policies.length + scenarios.length + compared.length === 0)
    throw new ActionError('give `lint`, `scenarios` or `diff`');
  const severity = env.POLICYWRIGHT_MIN_SEVERITY || 'warning';
  /** @type {Report[]} */
  const reports = [];
  if (policies.length > 0) reports.push(report('lint', policies, ['--min-severity', severity]));
  if (scenarios.length > 0) reports.push(report('test', scenarios));
  if (compared.length > 0) reports.push(...(await compare(compared)));
  const summary = reports.map((each) => `${each.summary}\n`).join('\n');
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, summary);
  return Math.max(...reports.map(({ status }) => status));
}

try {
  process.exitCode = await main();
} catch (error) {
  const message = error instanceof ActionError ? error.message : 'the command could not be run';
  process.stdout.write(`::error title=policywright::${message}\n`);
  if (!(error instanceof ActionError)) process.stderr.write(`${JSON.stringify(String(error))}\n`);
  process.exitCode = 2;
}
