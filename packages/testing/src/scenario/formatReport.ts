import type { ScenarioReport, ScenarioResult } from './runScenarios.ts';

/**
 * Prints a report as lines for people: what failed, then the counts.
 *
 * @param report - the outcome of a run.
 * @returns text that ends with a line feed.
 */
export function formatText(report: ScenarioReport): string {
  const failures = report.results
    .filter((result) => !result.passed)
    .map((result) => `FAIL ${describe(result)}\n`);
  return `${failures.join('')}${String(report.passed)} passed, ${String(report.failed)} failed, ${String(report.total)} total\n`;
}

/**
 * Prints a report as one JSON object.
 *
 * @param report - the outcome of a run.
 * @returns JSON that ends with a line feed.
 */
export function formatJson(report: ScenarioReport): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

/**
 * Prints a report as JUnit XML, one suite a file: a wrong decision is a failure, a scenario that could
 * not be run is an error.
 *
 * @param report - the outcome of a run.
 * @returns XML that ends with a line feed.
 */
export function formatJunit(report: ScenarioReport): string {
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
  return `${head}>\n      <${kind} message="${escapeXml(explain(result))}"/>\n    </testcase>\n`;
}

function count(results: readonly ScenarioResult[]): { failures: number; errors: number } {
  const failed = results.filter((result) => !result.passed);
  const errors = failed.filter((result) => result.error !== undefined).length;
  return { failures: failed.length - errors, errors };
}

function describe(result: ScenarioResult): string {
  return `${result.file}${result.id === '' ? '' : ` ${result.id}`}: ${explain(result)}`;
}

function explain(result: ScenarioResult): string {
  return result.error ?? `expected ${String(result.expected)}, got ${String(result.actual)}`;
}

/** Leaves out what XML 1.0 cannot hold, even escaped. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (unit) => `&#${String(unit.charCodeAt(0))};`);
}
