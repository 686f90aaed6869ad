import { workflowCommand } from '@policywright/policy/text';
import type { ScenarioReport } from '../run/runScenarios.ts';
import { explainResult } from './explainResult.ts';

/**
 * Prints what failed as workflow commands of GitHub Actions, which show it beside the file in a pull request.
 *
 * @param report - the outcome of a run; paths from the root of the repository.
 * @returns one line a failure, each with its line feed.
 */
export function formatScenarioGithub(report: ScenarioReport): string {
  return report.results
    .filter((result) => !result.passed)
    .map((result) => {
      const { file, id } = result;
      const place = id === '' ? { file } : { file, title: id };
      return `${workflowCommand('error', place, explainResult(result))}\n`;
    })
    .join('');
}
