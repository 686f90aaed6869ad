import { compile } from '@policywright/evaluator';
import { printable } from '@policywright/policy/text';
import type { Scenario, ScenarioFile, ScenarioReport, ScenarioResult } from '@policywright/scenario';
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
}

/**
 * Prints what a person wants to know of a test run: each failure with the reason for the decision and the
 * command that shows its trace, then the counts.
 *
 * @param io - its standard output.
 * @param report - what came of the scenarios.
 * @param tested - the scenarios.
 */
export function printTestReport(io: Io, report: ScenarioReport, { files, derived }: TestedScenarios): void {
  const paint = createPaint(useColor(io.stdout, io.env));
  for (const result of report.results) {
    if (result.passed) continue;
    const lines = describe(result, findScenario(files, result), { paint, derived });
    io.stdout.write(foldLines(io.stdout, `${lines.join('\n')}\n\n`));
  }
  const { total, passed, failed } = report;
  const sign = failed === 0 ? paint('good', '✓') : paint('bad', '✗');
  io.stdout.write(`${sign} ${passed} passed, ${failed} failed, ${total} total\n`);
}

function describe(
  result: ScenarioResult,
  scenario: Scenario | undefined,
  { paint, derived }: { paint: Paint; derived: boolean },
): string[] {
  const name = printable([result.file, result.id].filter((part) => part !== '').join(' '));
  const lines = [`${paint('bad', '✗ FAIL')} ${paint('strong', name)}`];
  if (scenario?.title !== undefined) lines.push(`    ${printable(scenario.title)}`);
  if (result.error !== undefined) return [...lines, `    ${printable(result.error)}`];
  lines.push(`    expected ${String(result.expected)}, got ${String(result.actual)}`);
  if (scenario === undefined) return lines;
  lines.push(`    ${printable(compile(scenario.policies).explain(scenario.request).summary)}`);
  const file = result.file === '-' ? 'FILE' : shellWord(result.file);
  const command = `policywright evaluate ${file} --id ${shellWord(result.id)}${derived ? ' --derive' : ''}`;
  return [...lines, paint('dim', `    ${command}`)];
}

function findScenario(files: readonly ScenarioFile[], { file, id }: ScenarioResult): Scenario | undefined {
  const readings = files.find((candidate) => candidate.file === file)?.scenarios ?? [];
  const named = readings.filter((reading) => reading.id === id);
  const [only] = named;
  return named.length === 1 && only?.ok === true ? only.scenario : undefined;
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${printable(text).replaceAll("'", String.raw`'\''`)}'`;
}
