import { jsonText } from '@policywright/policy/text';
import type { ScenarioReport } from '../run/runScenarios.ts';

/**
 * Prints a report as one JSON object.
 *
 * @param report - the outcome of a run.
 * @returns JSON that ends with a line feed.
 */
export function formatScenarioJson(report: ScenarioReport): string {
  return `${jsonText(report)}\n`;
}
