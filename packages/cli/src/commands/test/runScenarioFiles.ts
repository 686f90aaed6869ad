import {
  decideScenario,
  deriveScenarios,
  runScenarios,
  type ScenarioDiagnostic,
  type ScenarioFile,
  type ScenarioResult,
} from '@policywright/scenario';
import type { FoundFile } from '../../io/findFiles.ts';
import type { InputProblem } from '../../io/inputProblem.ts';
import type { Io } from '../../io/io.ts';
import { readInput } from '../../io/readInput.ts';
import { printDiagnostics } from '../../report/printDiagnostics.ts';
import { loadCallRunner } from '../_internals/loadCallRunner.ts';
import { isPolicyFile, readScenarioFile } from '../_internals/readScenarioFile.ts';
import { findScenarioFiles } from './scenarioFiles.ts';

/** How to run scenario files. */
export interface RunOptions {
  /** Show the warnings about policies, too. */
  readonly warnings: boolean;
  /** Complete each context with what the request tells. */
  readonly derive: boolean;
}

/** What came of scenario files. */
export interface ScenarioRun {
  readonly results: readonly ScenarioResult[];
  /** The files that could be read, with the contexts that were decided. */
  readonly files: readonly ScenarioFile[];
}

/**
 * Runs the scenarios of files and folders, with what is wrong with them on standard error.
 *
 * @param io - the files and standard error.
 * @param paths - as the user wrote them.
 * @param options - how.
 */
export async function runScenarioFiles(
  io: Io,
  paths: readonly string[],
  options: RunOptions,
): Promise<ScenarioRun> {
  const outcomes: FileOutcome[] = [];
  for (const found of await findScenarioFiles(io, paths)) outcomes.push(await runFile(io, found, options));
  const policies = outcomes.filter(({ isPolicy }) => isPolicy === true).length;
  if (policies > 0) io.stderr.write(`${passedOver(policies)}\n\n`);
  const quiet = outcomes.reduce((count, { unshown }) => count + unshown, 0);
  if (quiet > 0) io.stderr.write(`${quiet} warnings about policies; --warnings shows them\n\n`);
  return {
    results: outcomes.flatMap(({ results }) => results),
    files: outcomes.flatMap(({ read }) => read ?? []),
  };
}

interface FileOutcome {
  readonly results: readonly ScenarioResult[];
  readonly read?: ScenarioFile;
  /** Number of warnings that were not shown. */
  readonly unshown: number;
  /** Whether a folder has the file and it holds policies, which scenarios may refer to. */
  readonly isPolicy?: boolean;
}

function passedOver(files: number): string {
  return files === 1
    ? '1 file holds a policy and no scenario, and is passed over'
    : `${files} files hold policies and no scenario, and are passed over`;
}

async function runFile(io: Io, found: FoundFile, { warnings, derive }: RunOptions): Promise<FileOutcome> {
  const { file } = found;
  if (!found.ok) return unreadable(io, { file, text: '' }, found.problem);
  const input = await readInput(io, file);
  if (!input.ok) return unreadable(io, { file, text: input.text }, input.problem);
  const written = await readScenarioFile(io, { file, text: input.text });
  if (!found.named && isPolicyFile(written)) return { results: [], unshown: 0, isPolicy: true };
  const read = derive ? deriveScenarios(written) : written;
  const diagnostics = [...read.diagnostics, ...read.scenarios.flatMap((scenario) => scenario.diagnostics)];
  const shown = warnings ? diagnostics : diagnostics.filter(isUrgent);
  printDiagnostics(io, { file, text: input.text }, shown);
  const calls = await loadCallRunner([read]);
  return {
    results: runScenarios([read], decideScenario, calls).results,
    read,
    unshown: diagnostics.length - shown.length,
  };
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
