import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '@policywright/evaluator';
import { renderExplanation } from '@policywright/evaluator/wording';
import {
  actionScenario,
  readScenarios,
  runScenarios,
  type Scenario,
  type ScenarioFile,
} from '@policywright/scenario';
import { heading, print, showsColor } from './terminal.js';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'examples');
/** The scenario whose trace is shown: a denial that comes from far away, an SCP. */
const SHOWN = 'ecs-region-outside';

/** Decides the scenarios of `examples/` and shows one decision with its trace. Returns how many failed. */
export function examplesPart(): number {
  heading('ECS, told in scenarios (examples/)');
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readScenarios(readFileSync(join(FOLDER, name), 'utf8'), { file: `examples/${name}` }));
  const report = runScenarios(files);
  const titles = new Map(scenariosOf(files).map(({ id, title }) => [id, title]));
  for (const { id, passed, actual, expected } of report.results) {
    const outcome = passed ? `✓ ${actual}` : `✗ ${actual}, expected ${expected}`;
    print(`  ${outcome.padEnd(14)}  ${titles.get(id) ?? id}`);
  }
  print(`  ${report.passed} of ${report.total} as expected`);
  const shown = scenariosOf(files).find(({ id }) => id === SHOWN) ?? scenariosOf(files)[0];
  if (shown !== undefined) showTrace(shown);
  return report.failed;
}

function scenariosOf(files: readonly ScenarioFile[]): readonly Scenario[] {
  return files.flatMap(({ scenarios }) => scenarios.flatMap((reading) => actionScenario(reading) ?? []));
}

function showTrace({ title, policies, request }: Scenario): void {
  heading(`One decision with its trace: ${title ?? ''}`);
  const explanation = compile(policies).explain(request);
  const text = renderExplanation(explanation, { color: showsColor() });
  for (const line of text.split('\n')) print(`  ${line}`);
}
