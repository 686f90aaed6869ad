// The GitHub Action's one step: runs the command, annotates the pull request, writes the job's summary.
// No dependency and no build, since the action runs from a bare checkout.
import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';

const { env } = process;

/**
 * Runs `policywright` and gives what it printed; what it says on standard error goes to the log, or nowhere.
 *
 * @param {readonly string[]} args
 * @param {'inherit' | 'ignore'} log
 */
function policywright(args, log = 'inherit') {
  const [command, ...first] = env.POLICYWRIGHT_COMMAND
    ? JSON.parse(env.POLICYWRIGHT_COMMAND)
    : ['npx', '--yes', `policywright@${env.POLICYWRIGHT_VERSION || 'latest'}`];
  // npx is a batch file on Windows, which only a shell starts; no argument is then free of quoting, so that
  // npx is asked for by its full name and the paths are checked below.
  const windows = process.platform === 'win32' && command === 'npx';
  const { status, stdout, error } = spawnSync(windows ? 'npx.cmd' : command, [...first, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    shell: windows,
    stdio: ['ignore', 'pipe', log],
  });
  if (error !== undefined) throw error;
  return { status: status ?? 3, stdout };
}

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
  const odd = paths.findIndex((path) => path.startsWith('-') || /["^&|<>%]/.test(path));
  // The path itself is foreign text, which only the command knows to write.
  if (odd >= 0) throw new ActionError(`path ${odd + 1} of \`${name}\` is not a path`);
  return paths;
}

/** An error whose message is our own text alone, so that it can stand in a workflow command. */
class ActionError extends Error {}

/**
 * Runs a command of the program twice: for the annotations, and for the summary. Both are the command's own
 * forms, which keep text of policies text.
 *
 * @param {string[]} args - the subcommand first.
 */
function report(...args) {
  const annotated = policywright([...args, '--format', 'github']);
  process.stdout.write(annotated.stdout);
  const { stdout } = policywright([...args, '--format', 'markdown'], 'ignore');
  return { status: annotated.status, summary: stdout === '' ? `## ${args[0]}: no report` : stdout.trimEnd() };
}

function main() {
  const policies = pathsOf('lint', env.POLICYWRIGHT_LINT);
  const scenarios = pathsOf('scenarios', env.POLICYWRIGHT_SCENARIOS);
  if (policies.length + scenarios.length === 0) throw new ActionError('give `lint`, `scenarios` or both');
  const severity = env.POLICYWRIGHT_MIN_SEVERITY || 'warning';
  const reports = [];
  if (policies.length > 0) reports.push(report('lint', ...policies, '--min-severity', severity));
  if (scenarios.length > 0) reports.push(report('test', ...scenarios));
  const summary = reports.map((each) => `${each.summary}\n`).join('\n');
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, summary);
  return Math.max(...reports.map(({ status }) => status));
}

try {
  process.exitCode = main();
} catch (error) {
  const message = error instanceof ActionError ? error.message : 'the command could not be run';
  process.stdout.write(`::error title=policywright::${message}\n`);
  if (!(error instanceof ActionError)) process.stderr.write(`${JSON.stringify(String(error))}\n`);
  process.exitCode = 2;
}
