import type { AnyPolicySetDocument, ScenarioDocument } from '../model/scenarioDocument.ts';

/**
 * Prints a scenario as a file that `policywright test` replays.
 *
 * @param scenario - the scenario; layers without policies are left out.
 * @returns JSON that ends with a line feed.
 */
export function printScenario(scenario: ScenarioDocument<AnyPolicySetDocument>): string {
  const policies = Object.entries(scenario.policies).filter(([, layer]) => !isEmpty(layer));
  return `${JSON.stringify({ ...scenario, policies: Object.fromEntries(policies) }, undefined, 2)}\n`;
}

function isEmpty(layer: unknown): boolean {
  return layer === null || layer === undefined || (Array.isArray(layer) && layer.length === 0);
}
