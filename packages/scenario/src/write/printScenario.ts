import type { AnyPolicySetDocument, ScenarioDocument } from '../model/scenarioDocument.ts';

/** A scenario whose policies may be references to files. */
export type PrintedScenario = Omit<ScenarioDocument, 'policies'> & {
  readonly policies: { readonly [Layer in keyof AnyPolicySetDocument]?: unknown };
};

/**
 * Prints a scenario as a file that `policywright test` replays.
 *
 * @param scenario - the scenario; layers without policies are left out.
 * @returns JSON that ends with a line feed.
 */
export function printScenario(scenario: PrintedScenario): string {
  const policies = Object.entries(scenario.policies).filter(([, layer]) => !isEmpty(layer));
  return `${JSON.stringify({ ...scenario, policies: Object.fromEntries(policies) }, undefined, 2)}\n`;
}

function isEmpty(layer: unknown): boolean {
  return layer === null || layer === undefined || (Array.isArray(layer) && layer.length === 0);
}
