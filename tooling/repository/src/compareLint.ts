// Compares what two builds of the command say of files: of the corpus of files to lint and of the AWS managed policies.
// Usage: compareLint.js BEFORE AFTER [RULE], where BEFORE and AFTER are paths of packages/cli/dist/main.js.
// With a RULE, prints the differences of that rule only.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { corpusFolders, LINT_CORPUS, loadLintCorpus } from '@policywright-tooling/conformance/lint-corpus';
import { loadManagedPolicies } from '@policywright-tooling/conformance/managed-policies';
import { compareLint, type JsonFinding, type LintComparison } from './lintComparison.ts';
import { markdownTable } from './markdownTable.ts';
import { runProgram } from './runProgram.ts';

/** Folders that are linted one by one, and what `--type` is given for each. */
interface Files {
  readonly cwd: string;
  readonly folders: readonly { readonly paths: readonly string[]; readonly type: string | undefined }[];
}

const [before, after, rule] = process.argv.slice(2);
if (before === undefined || after === undefined) {
  console.error('usage: compareLint.js BEFORE AFTER [RULE]');
  process.exitCode = 2;
} else {
  const builds = [resolve(before), resolve(after)] as const;
  await compare('the corpus', { cwd: LINT_CORPUS, folders: corpusFolders(loadLintCorpus()) }, builds);
  const cwd = mkdtempSync(join(tmpdir(), 'policywright-managed-'));
  try {
    mkdirSync(join(cwd, 'managed'));
    for (const { name, document } of loadManagedPolicies())
      writeFileSync(join(cwd, 'managed', `${name}.json`), JSON.stringify(document, undefined, 2));
    await compare(
      'the AWS managed policies',
      { cwd, folders: [{ paths: ['managed'], type: 'identity' }] },
      builds,
    );
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

async function compare(what: string, files: Files, builds: readonly [string, string]): Promise<void> {
  const comparison = compareLint(await lint(builds[0], files), await lint(builds[1], files));
  console.log(`## Findings of ${what}\n\n${markdownTable(comparison.table)}\n`);
  printDifferences(comparison);
}

async function lint(main: string, { cwd, folders }: Files): Promise<readonly JsonFinding[]> {
  const findings: JsonFinding[] = [];
  for (const { paths, type } of folders) {
    const as = type === undefined ? [] : ['--type', type];
    const argv = [main, 'lint', ...paths, '--format', 'json', '--min-severity', 'info', ...as];
    const { stdout, output } = await runProgram(process.execPath, argv, { cwd });
    // Findings and unreadable files end it with 1 and 2 and are no failure here; no report is one.
    if (!stdout.startsWith('[')) throw new Error(`\`${argv.join(' ')}\` failed:\n${output}`);
    findings.push(...(JSON.parse(stdout) as readonly JsonFinding[]));
  }
  return findings;
}

function printDifferences({ gone, fresh, regraded }: LintComparison): void {
  const print = (mark: string, findings: readonly JsonFinding[]): void => {
    for (const { file, line, code, severity, message } of findings)
      if (rule === undefined || code === rule)
        console.log(`${mark} ${file}:${line} ${severity} ${code}: ${message}`);
  };
  print('-', gone);
  print('+', fresh);
  for (const finding of regraded) print(`was ${finding.was}:`, [finding]);
  console.log(`\n${gone.length} gone, ${fresh.length} new, ${regraded.length} in another severity\n`);
}
