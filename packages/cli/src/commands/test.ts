import {
  formatScenarioGithub,
  formatScenarioJson,
  formatScenarioJunit,
  formatScenarioMarkdown,
  measureCoverage,
  SCENARIO_FORM,
  testMutants,
  type CoverageReport,
  type MutationReport,
  type ScenarioReport,
} from '@policywright/scenario';
import { defineCommand, type Command } from '../arguments/command.ts';
import { CommandError } from '../commandError.ts';
import { EXIT_CODE, type ExitCode } from '../exitCode.ts';
import type { Io } from '../io/io.ts';
import { printCoverage } from '../report/printCoverage.ts';
import { printMutation } from '../report/printMutation.ts';
import { printTestReport } from '../report/printTestReport.ts';
import { printUndecided } from '../report/printUndecided.ts';
import { undecidedWarnings, type UndecidedWarning } from '../report/undecidedWarnings.ts';
import { DERIVE_NOTE } from './_internals/deriveNote.ts';
import { loadCallRunner } from './_internals/loadCallRunner.ts';
import { readThreshold } from './test/readThreshold.ts';
import { runScenarioFiles, type RunOptions, type ScenarioRun } from './test/runScenarioFiles.ts';

/** `policywright test`: runs the scenarios that expect a decision. */
export const test: Command = defineCommand({
  summary: 'run the scenarios that expect a decision',
  operands: { label: 'PATH...', least: 1 },
  options: {
    format: {
      value: 'FORMAT',
      choices: ['text', 'json', 'junit', 'github', 'markdown'],
      description: 'form of the report; text by default',
    },
    warnings: {
      description: 'show the warnings about policies, and outcomes that hang on what cannot be decided',
    },
    derive: { description: 'complete each context with what the request tells' },
    coverage: { description: 'tell which parts of the policies no scenario exercises' },
    'coverage-threshold': { value: 'PERCENT', description: 'the same, and fail below this coverage' },
    mutate: { description: 'tell which mistakes in the policies no scenario would notice' },
    'mutate-threshold': {
      value: 'PERCENT',
      description: 'the same, and fail below this share of caught ones',
    },
    watch: { description: 'run again whenever a scenario file changes, until Ctrl-C' },
  },
  notes: [
    ...SCENARIO_FORM,
    'A PATH is a scenario file in JSON or YAML, `-` for standard input, or a folder: its files *.scenario.json and *.scenario.yaml, in it and below, without hidden folders and node_modules; where none is called so, all *.json files, of which those that hold policies are passed over. Scenarios without `expected` are passed over. One with `operation` passes where all that the call is authorised for comes out as expected; `policywright can` shows each check.',
    'A file or a scenario that cannot be read counts as failed, with a diagnostic on standard error; the others still run. Warnings fail nothing; those about policies are only counted, unless `--warnings` is given.',
    'With `--warnings` each scenario is named that is denied only because a condition cannot be decided, with the statement, the condition and the reason: a value that its operator cannot read, a key given twice in different letter case, a reading that AWS does not document.',
    DERIVE_NOTE,
    'Coverage counts the parts of each policy document: a statement is covered when it applies in some scenario (of a call, in one of its requests whose resource is known); an entry of an action or resource list when it matches in a scenario that the rest of the elements match; a condition once when it holds and once when it does not, in scenarios that the elements match. The same document in several scenarios or files counts once.',
    'Mutants are copies of a document with one mistake: a statement, list entry, condition or condition value dropped, an action or resource of an Allow widened, an Allow opened to every principal, `IfExists` or a set qualifier swapped. A mutant is caught when a scenario that passes no longer does. Those that are proved to change nothing, or that cover the same actions of the catalog, are left out; at most 20000 policy sets are tried.',
    'Exit code: 0 all passed; 1 some failed, or a threshold was missed; 2 wrong usage, something could not be read, or there was nothing to run.',
    'The JSON report is one object: { total, passed, failed, results: [{ file, id, passed, expected, actual, error? }], warnings?, coverage?, mutation? }; `expected` and `actual` are null where there is none, `id` is empty for a whole file. `warnings`, with `--warnings`, is [{ file, id, decision, statement, sid, pointer, operator, key, policyValues, requestValues, reason, message }]. `coverage` is { covered, total, percent, documents: [{ file, line, column, scenarios, statements, actions, resources, conditions, percent, uncovered }] }, `mutation` is { total, caught, percent, equivalent, untried, survivors: [{ file, line, column, kind, pointer, before, after, scenarios }] }.',
  ],
  examples: [
    'test examples',
    'test policies/scenarios --format junit > report.xml',
    'test - --format json < scenarios.json',
    'test policies --coverage-threshold 80 --mutate',
  ],
  run: async ({ options, operands, io }) => {
    const format = options.format ?? 'text';
    const thresholds: Thresholds = {
      coverage: readThreshold('coverage-threshold', options['coverage-threshold']),
      mutation: readThreshold('mutate-threshold', options['mutate-threshold']),
    };
    const request: TestRequest = {
      io,
      paths: operands,
      format,
      options: { warnings: options.warnings, derive: options.derive },
      coverage: options.coverage || thresholds.coverage !== undefined,
      mutation: options.mutate || thresholds.mutation !== undefined,
      thresholds,
    };
    if (!options.watch) return runOnce(request);
    if (operands.includes('-'))
      throw new CommandError('`--watch` cannot watch standard input', { help: 'name a file' });
    if (format !== 'text') throw new CommandError('`--watch` prints text', { help: 'leave `--format` out' });
    const { untilInterrupted } = await import('./_internals/untilInterrupted.ts');
    const { runOnChange } = await import('./_internals/runOnChange.ts');
    await untilInterrupted((stopped) =>
      runOnChange({ io, paths: operands, run: () => runOnce(request), stopped, clears: true }),
    );
    return EXIT_CODE.yes;
  },
});

const FORMATTERS = {
  json: formatScenarioJson,
  junit: formatScenarioJunit,
  github: formatScenarioGithub,
  markdown: formatScenarioMarkdown,
} as const;

/** In percent, from 0 to 100. */
interface Thresholds {
  readonly coverage: number | undefined;
  readonly mutation: number | undefined;
}

interface TestRequest {
  readonly io: Io;
  readonly paths: readonly string[];
  readonly format: 'text' | keyof typeof FORMATTERS;
  readonly options: RunOptions;
  readonly coverage: boolean;
  readonly mutation: boolean;
  readonly thresholds: Thresholds;
}

/** The report of a run with what was measured besides. */
interface Measured extends ScenarioReport {
  readonly warnings?: readonly UndecidedWarning[];
  readonly coverage?: CoverageReport;
  readonly mutation?: MutationReport;
}

async function runOnce(request: TestRequest): Promise<ExitCode> {
  const run = await runScenarioFiles(request.io, request.paths, request.options);
  const passed = run.results.filter((result) => result.passed).length;
  const { results, files } = run;
  const report: Measured = {
    total: results.length,
    passed,
    failed: results.length - passed,
    results,
    ...(request.options.warnings && { warnings: undecidedWarnings(files) }),
    ...(request.coverage && { coverage: measureCoverage(files, await loadCallRunner(files)) }),
    ...(request.mutation && { mutation: await mutate(files) }),
  };
  await print(request, report, files);
  return exitCodeOf(request, report);
}

async function mutate(files: ScenarioRun['files']): Promise<MutationReport> {
  // Loaded for this alone: it takes time.
  const { expandActions } = await import('@policywright/catalog');
  return testMutants(files, { expandActions, calls: await loadCallRunner(files) });
}

async function print(
  { io, format, options }: TestRequest,
  report: Measured,
  files: ScenarioRun['files'],
): Promise<void> {
  if (format !== 'text') io.stdout.write(FORMATTERS[format](report));
  else {
    printUndecided(io, report.warnings ?? []);
    const calls = await loadCallRunner(files);
    printTestReport(io, report, { files, derived: options.derive, explainCall: calls?.explain });
    if (report.coverage !== undefined) printCoverage(io, report.coverage);
    if (report.mutation !== undefined) printMutation(io, report.mutation);
  }
}

function exitCodeOf({ io, thresholds }: TestRequest, { results, coverage, mutation }: Measured): ExitCode {
  if (results.length === 0)
    io.stderr.write('error: no scenario has `expected`, so that there is nothing to test\n');
  const short = [
    belowThreshold(
      'coverage',
      coverage && exactPercent(coverage.covered, coverage.total),
      thresholds.coverage,
    ),
    belowThreshold('mutants', mutation && exactPercent(mutation.caught, mutation.total), thresholds.mutation),
  ].filter((message) => message !== undefined);
  for (const message of short) io.stderr.write(`error: ${message}\n`);
  if (results.length === 0 || results.some((result) => result.error !== undefined)) return EXIT_CODE.usage;
  return short.length === 0 && results.every((result) => result.passed) ? EXIT_CODE.yes : EXIT_CODE.no;
}

function exactPercent(part: number, whole: number): number {
  return whole === 0 ? 100 : (part * 100) / whole;
}

function belowThreshold(
  name: string,
  percent: number | undefined,
  threshold: number | undefined,
): string | undefined {
  if (percent === undefined || threshold === undefined || percent >= threshold) return undefined;
  return `${name}: ${(Math.floor(percent * 10) / 10).toFixed(1)} % is below the threshold of ${threshold} %`;
}
