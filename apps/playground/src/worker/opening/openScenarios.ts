import {
  describeErrors,
  readScenarios,
  runScenarios,
  type ScenarioFile,
  type ScenarioReading,
} from '@policywright/scenario';
import { callRunner } from 'policywright/shared';
import type { OpenedScenario, OpenedText } from './openApi.ts';

/** The scenarios of a file, each decided. */
export function openScenarios(text: string): OpenedText {
  const file = readScenarios(text, { calls: callRunner });
  const { scenarios, diagnostics } = file;
  if (scenarios.length === 0) {
    const isRead = diagnostics.every(({ severity }) => severity !== 'error');
    return { kind: 'nothing', problem: isRead ? 'it holds no scenario' : describeErrors(diagnostics) };
  }
  return { kind: 'scenarios', text, scenarios: scenarios.map((scenario) => openedOf(scenario, file)) };
}

function openedOf(reading: ScenarioReading, file: ScenarioFile): OpenedScenario {
  const alone = { ...file, scenarios: [reading], diagnostics: [] };
  const [result] = runScenarios([alone], undefined, callRunner).results;
  const { id, written } = reading;
  return {
    id,
    title: written?.title ?? '',
    expected: result?.expected ?? undefined,
    actual: result?.actual ?? undefined,
    passed: result?.passed,
    error: result?.error,
  };
}
