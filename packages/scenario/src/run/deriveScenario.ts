import { deriveContext } from '@policywright/evaluator';
import type { Scenario, ScenarioFile } from '../model/scenario.ts';

/**
 * Completes the context of a scenario with the keys that follow from its request.
 *
 * @param scenario - not changed.
 * @returns the scenario with the new context. Without the time of day, so that a test stays what it is.
 */
export function deriveScenario(scenario: Scenario): Scenario {
  const { request } = scenario;
  return { ...scenario, request: { ...request, context: deriveContext(request) } };
}

/**
 * Completes the contexts of all scenarios of a file. What a call tells is derived whenever it is decided.
 *
 * @param file - as read; not changed.
 */
export function deriveScenarios(file: ScenarioFile): ScenarioFile {
  const scenarios = file.scenarios.map((reading) =>
    reading.ok && reading.asks === 'action'
      ? { ...reading, scenario: deriveScenario(reading.scenario) }
      : reading,
  );
  return { ...file, scenarios };
}
