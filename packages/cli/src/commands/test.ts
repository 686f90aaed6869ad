import {
  formatJson,
  formatJunit,
  readScenarios,
  runScenarios,
  type ScenarioDiagnostic,
  type ScenarioFile,
  type ScenarioResult,
} from '@policywright/testing/scenario';
import { defineCommand, type Command } from '../arguments/command.ts';
import { EXIT_CODE, type ExitCode } from '../exitCode.ts';
import { findJsonFiles, type FoundFile } from '../io/findJsonFiles.ts';
import type { InputProblem } from '../io/inputProblem.ts';
import type { Io } from '../io/io.ts';
import { readInput } from '../io/readInput.ts';
import { printDiagnostics } from '../report/printDiagnostics.ts';
import { SCENARIO_FORM } from './scenarioForm.ts';
import { DERIVE_NOTE, deriveScenario } from './_internals/deriveScenario.ts';
import { printTestReport } from '../report/printTestReport.ts';

/** `policywright test`: runs the scenarios that expect a decision. */
export const test: Command = defineCommand({
  summary: 'run the scenarios that expect a decision',
  operands: { label: 'PATH...', least: 1 },
  options: {
    format: {
      value: 'FORMAT',
      choices: ['text', 'json', 'junit'],
      description: 'form of the report; text by default',
    },
    warnings: { description: 'show the warnings about policies, too' },
    derive: { description: 'complete each context with what the request tells' },
  },
  notes: [
    ...SCENARIO_FORM,
    'A PATH is a scenario file, a folder (all *.json files in it and below, without hidden folders and node_modules) or `-` for standard input. Scenarios without `expected` are passed over.',
    'A file or a scenario that cannot be read counts as failed, with a diagnostic on standard error; the others still run. Warnings fail nothing; those about policies are only counted, unless `--warnings` is given.',
    DERIVE_NOTE,
    'Exit code: 0 all passed; 1 some failed; 2 wrong usage, something could not be read, or there was nothing to run.',
    'The JSON report is one object: { total, passed, failed, results: [{ file, id, passed, expected, actual, error? }] }; `expected` and `actual` are null where there is none, `id` is empty for a whole file.',
  ],
  examples: [
    'test examples',
    'test policies/scenarios --format junit > report.xml',
    'test - --format json < scenarios.json',
  ],
  run: async ({ options, operands, io }) => {
    const outcomes: FileOutcome[] = [];
    for (const found of await findJsonFiles(io, operands)) {
      outcomes.push(await runFile(io, found, options));
    }
    const quiet = outcomes.reduce((count, { unshown }) => count + unshown, 0);
    if (quiet > 0) io.stderr.write(`${quiet} warnings about policies; --warnings shows them\n\n`);
    const results = outcomes.flatMap((outcome) => outcome.results);
    const passed = results.filter((result) => result.passed).length;
    const report = { total: results.length, passed, failed: results.length - passed, results };
    if (options.format === 'json') io.stdout.write(formatJson(report));
    else if (options.format === 'junit') io.stdout.write(formatJunit(report));
    else
      printTestReport(io, report, {
        files: outcomes.flatMap(({ read }) => read ?? []),
        derived: options.derive,
      });
    return exitCodeOf(io, results);
  },
});

function exitCodeOf(io: Io, results: readonly ScenarioResult[]): ExitCode {
  if (results.length === 0)
    io.stderr.write('error: no scenario has `expected`, so that there is nothing to test\n');
  if (results.length === 0 || results.some((result) => result.error !== undefined)) return EXIT_CODE.usage;
  return results.every((result) => result.passed) ? EXIT_CODE.yes : EXIT_CODE.no;
}

interface FileOutcome {
  readonly results: readonly ScenarioResult[];
  readonly read?: ScenarioFile;
  /** Number of warnings that were not shown. */
  readonly unshown: number;
}

interface RunOptions {
  readonly warnings: boolean;
  readonly derive: boolean;
}

async function runFile(io: Io, found: FoundFile, { warnings, derive }: RunOptions): Promise<FileOutcome> {
  const { file } = found;
  if (!found.ok) return unreadable(io, { file, text: '' }, found.problem);
  const input = await readInput(io, file);
  if (!input.ok) return unreadable(io, { file, text: input.text }, input.problem);
  const written = readScenarios(input.text, { file });
  const read = derive ? deriveFile(written) : written;
  const diagnostics = [...read.diagnostics, ...read.scenarios.flatMap((scenario) => scenario.diagnostics)];
  const shown = warnings ? diagnostics : diagnostics.filter(isUrgent);
  printDiagnostics(io, { file, text: input.text }, shown);
  return { results: runScenarios([read]).results, read, unshown: diagnostics.length - shown.length };
}

function deriveFile(file: ScenarioFile): ScenarioFile {
  const scenarios = file.scenarios.map((reading) =>
    reading.ok ? { ...reading, scenario: deriveScenario(reading.scenario) } : reading,
  );
  return { ...file, scenarios };
}

/** A slip in the scenario itself, such as a misspelt `expected`, might keep it from testing anything. */
function isUrgent({ code, severity }: ScenarioDiagnostic): boolean {
  return severity === 'error' || code.startsWith('scenario-');
}

function unreadable(io: Io, source: { file: string; text: string }, problem: InputProblem): FileOutcome {
  printDiagnostics(io, source, [problem]);
  const help = problem.help === undefined ? '' : ` (${problem.help})`;
  const error = `${problem.message}${help}`;
  return {
    results: [{ file: source.file, id: '', passed: false, expected: null, actual: null, error }],
    unshown: 0,
  };
}
