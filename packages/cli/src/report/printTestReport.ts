import { compile } from '@policywright/evaluator';
import { printable } from '@policywright/policy/text';
import type {
  CallScenario,
  Scenario,
  ScenarioFile,
  ScenarioReading,
  ScenarioReport,
  ScenarioResult,
} from '@policywright/scenario';
import type { Io } from '../io/io.ts';
import { createPaint, type Paint } from '../terminal/paint.ts';
import { useColor } from '../terminal/useColor.ts';
import { foldLines } from '../terminal/foldLines.ts';

/** What the scenarios of a report were. */
export interface TestedScenarios {
  /** The files that could be read, with the contexts that were decided. */
  readonly files: readonly ScenarioFile[];
  /** Whether the contexts were completed, as `--derive` asks. */
  readonly derived: boolean;
  /** Why a call comes out as it does, in one sentence; there where a scenario has `operation`. */
  readonly explainCall: ((scenario: CallScenario) => string) | undefined;
}

/**
 * Prints what a person wants to know of a test run: each failure with the reason for the decision and the
 * command that shows its trace, then the counts.
 *
 * @param io - its standard output.
 * @param report - what came of the scenarios.
 * @param tested - the scenarios.
 */
export function printTestReport(io: Io, report: ScenarioReport, tested: TestedScenarios): void {
  const paint = createPaint(useColor(io.stdout, io.env));
  for (const result of report.results) {
    if (result.passed) continue;
    const lines = describe(result, findScenario(tested.files, result), { paint, tested });
    io.stdout.write(foldLines(io.stdout, `${lines.join('\n')}\n\n`));
  }
  const { total, passed, failed } = report;
  const sign = failed === 0 ? paint('good', '✓') : paint('bad', '✗');
  io.stdout.write(`${sign} ${passed} passed, ${failed} failed, ${total} total\n`);
}

function describe(
  result: ScenarioResult,
  found: Readable | undefined,
  { paint, tested }: { paint: Paint; tested: TestedScenarios },
): string[] {
  const name = printable([result.file, result.id].filter((part) => part !== '').join(' '));
  const lines = [`${paint('bad', '✗ FAIL')} ${paint('strong', name)}`];
  const title = found?.scenario.title;
  if (title !== undefined) lines.push(`    ${printable(title)}`);
  if (result.error !== undefined) return [...lines, `    ${printable(result.error)}`];
  lines.push(`    expected ${String(result.expected)}, got ${String(result.actual)}`);
  if (found === undefined) return lines;
  lines.push(`    ${printable(reasonFor(found, tested))}`);
  const file = result.file === '-' ? 'FILE' : shellWord(result.file);
  const command = `policywright evaluate ${file} --id ${shellWord(result.id)}${tested.derived ? ' --derive' : ''}`;
  return [...lines, paint('dim', `    ${command}`)];
}

type Readable = Extract<ScenarioReading, { ok: true }>;

function reasonFor(found: Readable, { explainCall }: TestedScenarios): string {
  return found.asks === 'action' ? summaryOf(found.scenario) : (explainCall?.(found.scenario) ?? '');
}

function summaryOf({ policies, request }: Scenario): string {
  return compile(policies).explain(request).summary;
}

function findScenario(files: readonly ScenarioFile[], { file, id }: ScenarioResult): Readable | undefined {
  const readings = files.find((candidate) => candidate.file === file)?.scenarios ?? [];
  const named = readings.filter((reading) => reading.id === id);
  const [only] = named;
  return named.length === 1 && only?.ok === true ? only : undefined;
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${printable(text).replaceAll("'", String.raw`'\''`)}'`;
}
