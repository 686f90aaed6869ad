import { markdownTable } from '@policywright/policy/text';
import type { ScenarioReport } from '../run/runScenarios.ts';

/**
 * Prints a report as Markdown, for a comment on a pull request or the summary of a job.
 *
 * @param report - the outcome of a run.
 * @returns a heading and a table of what failed, in which text of scenarios is text; ends with a line feed.
 */
export function formatScenarioMarkdown({ results, passed, failed }: ScenarioReport): string {
  const heading = `## Scenarios: ${String(passed)} passed, ${String(failed)} failed\n`;
  const rows = results
    .filter((result) => !result.passed)
    .map(({ file, id, expected, actual, error }) => [file, id, expected ?? '', error ?? actual ?? '']);
  if (rows.length === 0) return heading;
  return `${heading}\n${markdownTable(['file', 'scenario', 'expected', 'decided'], rows)}\n`;
}
