import { escapeXml } from '@policywright/policy/text';
import type { ScenarioReport, ScenarioResult } from '../run/runScenarios.ts';
import { explainResult } from './explainResult.ts';

/**
 * Prints a report as JUnit XML, one suite a file: a wrong decision is a failure, a scenario that could
 * not be run is an error.
 *
 * @param report - the outcome of a run.
 * @returns XML that ends with a line feed.
 */
export function formatScenarioJunit(report: ScenarioReport): string {
  const files = [...new Set(report.results.map((result) => result.file))];
  const suites = files.map((file) =>
    formatSuite(
      file,
      report.results.filter((result) => result.file === file),
    ),
  );
  const { failures, errors } = count(report.results);
  const attributes = `name="policywright" tests="${String(report.total)}" failures="${String(failures)}" errors="${String(errors)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes}>\n${suites.join('')}</testsuites>\n`;
}

function formatSuite(file: string, results: readonly ScenarioResult[]): string {
  const { failures, errors } = count(results);
  const counts = `tests="${String(results.length)}" failures="${String(failures)}" errors="${String(errors)}"`;
  return `  <testsuite name="${escapeXml(file)}" ${counts}>\n${results.map(formatCase).join('')}  </testsuite>\n`;
}

function formatCase(result: ScenarioResult): string {
  const head = `    <testcase name="${escapeXml(result.id)}" classname="${escapeXml(result.file)}"`;
  if (result.passed) return `${head}/>\n`;
  const kind = result.error === undefined ? 'failure' : 'error';
  return `${head}>\n      <${kind} message="${escapeXml(explainResult(result))}"/>\n    </testcase>\n`;
}

function count(results: readonly ScenarioResult[]): { failures: number; errors: number } {
  const failed = results.filter((result) => !result.passed);
  const errors = failed.filter((result) => result.error !== undefined).length;
  return { failures: failed.length - errors, errors };
}
