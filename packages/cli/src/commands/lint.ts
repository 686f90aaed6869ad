import { resolve } from 'node:path';
import {
  formatGithub,
  formatJson,
  formatSarif,
  formatText,
  isAtLeast,
  type FileFindings,
  type Severity,
} from '@policywright/lint';
import { defineCommand, type Command } from '../arguments/command.ts';
import { CommandError } from '../commandError.ts';
import { EXIT_CODE, type ExitCode } from '../exitCode.ts';
import { findJsonFiles, type FoundFile } from '../io/findJsonFiles.ts';
import { inputProblem, type InputProblem } from '../io/inputProblem.ts';
import type { Io } from '../io/io.ts';
import { readInput } from '../io/readInput.ts';
import { printDiagnostics } from '../report/printDiagnostics.ts';
import { printable } from '../terminal/printable.ts';
import { useColor } from '../terminal/useColor.ts';
import { lintFile, type FileLintOptions, type LintedFile } from './lint/lintFile.ts';
import { readLintConfig } from './lint/readLintConfig.ts';

/** `policywright lint`: checks policy documents. */
export const lint: Command = defineCommand({
  summary: 'check policy documents, also those inside templates and answers',
  operands: { label: 'PATH...', least: 1 },
  options: {
    type: {
      value: 'TYPE',
      choices: ['identity', 'resource', 'trust', 'boundary', 'session', 'scp', 'rcp', 'vpcEndpoint'],
      description: 'type of the policies; told from what stands around them by default',
    },
    format: {
      value: 'FORMAT',
      choices: ['text', 'json', 'sarif', 'github'],
      description: 'form of the report; text by default',
    },
    'min-severity': {
      value: 'SEVERITY',
      choices: ['error', 'warning', 'suggestion', 'info'],
      description: 'the least grave findings to report; these then all count',
    },
    fix: { description: 'apply the fixes that keep every decision, and report what is left' },
    config: { value: 'FILE', description: 'JSON file with { rules, ignores, settings }' },
  },
  notes: [
    'A PATH is a JSON file, a YAML file (*.yaml, *.yml; never fixed), a folder (all *.json files in it and below, without hidden folders and node_modules) or `-` for JSON on standard input. A file is one policy document, or holds some: CloudFormation templates, answers of the AWS command line, plans and states of Terraform. Files without a policy are passed over; with `--type` a file is taken for a policy in any case.',
    'All findings are reported; those of severity error and warning count. With `--min-severity`, those from that severity on are reported, and all of them count.',
    'In the configuration, `rules` gives rules another severity, or "off"; `ignores` accepts findings: [{ rule, reason, action?, resource?, expires? }]; `settings` has the values of rules that need some.',
    'Exit code: 0 nothing that counts; 1 findings that count; 2 wrong usage, something could not be read (a text that is neither JSON nor YAML is among the findings, too), or no policy was found.',
    'The JSON report is one array: [{ file, code, severity, message, path, line, column, aliases }]; `path` is a JSON pointer, `aliases` what IAM Access Analyzer and parliament call the rule.',
  ],
  examples: [
    'lint policies',
    'lint policy.json --type scp --min-severity error',
    'lint . --format github',
    'lint policies --fix --config lint.json',
  ],
  run: async ({ options, operands, io }) => {
    const { fix, format } = options;
    if (fix && operands.includes('-'))
      throw new CommandError('`--fix` cannot change standard input', { help: 'name a file' });
    const minimum = options['min-severity'];
    const lintOptions: FileLintOptions = {
      ...(options.config !== undefined && (await readLintConfig(io, options.config))),
      ...(minimum !== undefined && { minimumSeverity: minimum }),
      type: options.type,
      now: new Date().toISOString().slice(0, 10),
      fix,
    };
    const outcomes: Outcome[] = [];
    for (const found of await findJsonFiles(io, operands))
      outcomes.push(await lintFound(io, found, lintOptions));
    const files = outcomes.flatMap(({ linted }) => (linted === undefined || isEmpty(linted) ? [] : [linted]));
    await printReport(io, files, format ?? 'text');
    printNotes(io, outcomes);
    return exitCodeOf(outcomes, minimum ?? 'warning');
  },
});

/** What became of a file. */
interface Outcome {
  /** Whether it could not be read or written, or is neither JSON nor YAML. */
  readonly failed: boolean;
  /** Absent where there is no text. */
  readonly linted?: LintedFile;
}

async function lintFound(io: Io, found: FoundFile, options: FileLintOptions): Promise<Outcome> {
  const { file } = found;
  if (!found.ok) return unreadable(io, { file, text: '' }, found.problem);
  const input = await readInput(io, file);
  if (!input.ok) return unreadable(io, { file, text: input.text }, input.problem);
  const linted = await lintFile(file, input.text, options);
  const written = linted.text === input.text || (await write(io, file, linted.text));
  if (written && linted.fixed > 0) io.stderr.write(`fixed ${linted.fixed} in ${printable(file)}\n`);
  // Places must be those of the text that is there.
  if (!written) return { failed: true, linted: await lintFile(file, input.text, { ...options, fix: false }) };
  return { failed: linted.documents === undefined, linted };
}

function unreadable(io: Io, source: { file: string; text: string }, problem: InputProblem): Outcome {
  printDiagnostics(io, source, [problem]);
  return { failed: true };
}

async function write(io: Io, file: string, text: string): Promise<boolean> {
  try {
    await io.files.write(resolve(io.cwd, file), text);
    return true;
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const help = 'check the permissions of the file and the space of the disk';
    printDiagnostics(io, { file, text: '' }, [inputProblem(`it cannot be written: ${reason}`, { help })]);
    return false;
  }
}

/** JSON that has no policy in it, such as the manifest of a package. */
function isEmpty({ documents }: LintedFile): boolean {
  return documents === 0;
}

async function printReport(
  io: Io,
  files: readonly FileFindings[],
  format: 'text' | 'json' | 'sarif' | 'github',
): Promise<void> {
  if (format === 'json') io.stdout.write(`${formatJson(files)}\n`);
  else if (format === 'sarif') {
    const { readVersion } = await import('../version.ts');
    io.stdout.write(`${formatSarif(files, { version: readVersion() })}\n`);
  } else if (format === 'github') {
    const lines = formatGithub(files);
    if (lines !== '') io.stdout.write(`${lines}\n`);
  } else if (files.length > 0) {
    io.stdout.write(`${formatText(files.map(printableFile), { color: useColor(io.stdout, io.env) })}\n`);
  }
}

/** The renderer shows lines of the text without control characters; messages are its caller's. */
function printableFile({ file, text = '', findings }: FileFindings): FileFindings {
  return {
    file: file === '-' ? '<stdin>' : file,
    text,
    findings: findings.map((finding) => ({
      ...finding,
      message: printable(finding.message),
      ...(finding.help !== undefined && { help: printable(finding.help) }),
    })),
  };
}

function printNotes(io: Io, outcomes: readonly Outcome[]): void {
  const linted = outcomes.flatMap((outcome) => outcome.linted ?? []);
  const ignored = linted.reduce((sum, file) => sum + file.ignored, 0);
  if (ignored > 0) io.stderr.write(`findings that the configuration accepts: ${ignored}\n`);
  const empty = linted.filter(isEmpty);
  if (empty.length === 0) return;
  const names = empty.slice(0, 3).map(({ file }) => printable(file));
  const more = empty.length > names.length ? ` and ${empty.length - names.length} more` : '';
  const isAll = empty.length === outcomes.length;
  io.stderr.write(`${isAll ? 'error: ' : ''}no policy document in ${names.join(', ')}${more}\n`);
  if (isAll) io.stderr.write('  help: with --type a file is taken for a policy in any case\n');
}

function exitCodeOf(outcomes: readonly Outcome[], minimum: Severity): ExitCode {
  const linted = outcomes.flatMap((outcome) => outcome.linted ?? []);
  if (outcomes.some(({ failed }) => failed) || linted.every(isEmpty)) return EXIT_CODE.usage;
  const counts = linted.some(({ findings }) => findings.some(({ severity }) => isAtLeast(severity, minimum)));
  return counts ? EXIT_CODE.no : EXIT_CODE.yes;
}
