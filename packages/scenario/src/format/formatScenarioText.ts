import { printable } from '@policywright/policy/text';
import type { ScenarioReport, ScenarioResult } from '../run/runScenarios.ts';
import { explainResult } from './explainResult.ts';

/**
 * Prints a report as lines for people: what failed, then the counts.
 *
 * @param report - the outcome of a run.
 * @returns text that ends with a line feed.
 */
export function formatScenarioText({ results, passed, failed, total }: ScenarioReport): string {
  const failures = results
    .filter((result) => !result.passed)
    .map((result) => `FAIL ${printable(describe(result))}\n`);
  return `${failures.join('')}${String(passed)} passed, ${String(failed)} failed, ${String(total)} total\n`;
}

function describe(result: ScenarioResult): string {
  return `${result.file}${result.id === '' ? '' : ` ${result.id}`}: ${explainResult(result)}`;
}
