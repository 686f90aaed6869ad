import type { Scenario, ScenarioReading } from '../model/scenario.ts';

/**
 * The scenario of a reading that asks for an action.
 *
 * @param reading - of a file; `undefined` for none.
 * @returns `undefined` for one with errors, and for one that asks for an operation.
 */
export function actionScenario(reading: ScenarioReading | undefined): Scenario | undefined {
  return reading?.ok === true && reading.asks === 'action' ? reading.scenario : undefined;
}
