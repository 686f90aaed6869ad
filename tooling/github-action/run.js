// The GitHub Action's one step: runs the command, annotates the pull request, writes the job's summary.
// No dependency and no build, since the action runs from a bare checkout.
import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';

const { env } = process;

/** Runs `policywright` and gives what it printed; what it says on standard error goes to the log. */
function policywright(...args) {
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
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (error !== undefined) throw error;
  return { status: status ?? 3, stdout };
}

/** The lines of an input. */
function pathsOf(input) {
  const paths = (input ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const odd = paths.find((path) => path.startsWith('-') || /["^&|<>%]/.test(path));
  if (odd !== undefined) throw new Error(`\`${odd}\` is not a path`);
  return paths;
}

/** Text in a workflow command: its line breaks would end the command, and `%` escapes. */
function escaped(text) {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text) {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Text in a cell of a Markdown table. */
function cell(text) {
  return text.replace(/[\\`*_[\]<>|]/g, '\\$&').replace(/\s+/g, ' ');
}

const summary = [];
const ROWS = 100;

function table(heads, rows) {
  summary.push('', `| ${heads.join(' | ')} |`, `| ${heads.map(() => '---').join(' | ')} |`);
  for (const row of rows.slice(0, ROWS))
    summary.push(`| ${row.map((text) => cell(String(text))).join(' | ')} |`);
  if (rows.length > ROWS) summary.push('', `and ${rows.length - ROWS} more`);
}

function lint(paths) {
  const args = ['lint', ...paths, '--min-severity', env.POLICYWRIGHT_MIN_SEVERITY || 'warning'];
  const annotated = policywright(...args, '--format', 'github');
  process.stdout.write(annotated.stdout);
  const findings = JSON.parse(policywright(...args, '--format', 'json').stdout || '[]');
  summary.push('', `## Lint: ${findings.length === 0 ? 'no findings' : `${findings.length} findings`}`);
  if (findings.length > 0)
    table(
      ['severity', 'rule', 'place', 'finding'],
      findings.map(({ severity, code, file, line, message }) => [severity, code, `${file}:${line}`, message]),
    );
  return annotated.status;
}

function runScenarios(paths) {
  const { status, stdout } = policywright('test', ...paths, '--format', 'json');
  const { passed, failed, results } = JSON.parse(stdout || '{ "passed": 0, "failed": 0, "results": [] }');
  const failures = results.filter((result) => !result.passed);
  for (const { file, id, expected, actual, error } of failures) {
    const message = error ?? `expected ${expected}, decided ${actual}`;
    process.stdout.write(
      `::error file=${escapedProperty(file)},title=${escapedProperty(id)}::${escaped(message)}\n`,
    );
  }
  summary.push('', `## Scenarios: ${passed} passed, ${failed} failed`);
  if (failures.length > 0)
    table(
      ['file', 'scenario', 'expected', 'decided'],
      failures.map(({ file, id, expected, actual, error }) => [
        file,
        id,
        expected ?? '',
        error ?? actual ?? '',
      ]),
    );
  return status;
}

function main() {
  const policies = pathsOf(env.POLICYWRIGHT_LINT);
  const scenarios = pathsOf(env.POLICYWRIGHT_SCENARIOS);
  if (policies.length + scenarios.length === 0) throw new Error('give `lint`, `scenarios` or both');
  const codes = [];
  if (policies.length > 0) codes.push(lint(policies));
  if (scenarios.length > 0) codes.push(runScenarios(scenarios));
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, `${summary.join('\n').trim()}\n`);
  return Math.max(...codes);
}

try {
  process.exitCode = main();
} catch (error) {
  process.stdout.write(
    `::error title=policywright::${escaped(error instanceof Error ? error.message : String(error))}\n`,
  );
  process.exitCode = 2;
}
