import * as fc from 'fast-check';
import { policySetOf } from '../documents/policySetOf.ts';
import { printScenario } from '../documents/printScenario.ts';
import type { ScenarioDocument } from '../documents/scenarioDocument.ts';
import { aimPlan } from './_internals/aimPlan.ts';
import { aimRequest } from './_internals/aimRequest.ts';
import { policySet, policySetFlags } from './policySet.ts';

/**
 * Scenarios: a policy set and a request that is aimed at it.
 *
 * @returns an arbitrary whose counter-examples print as a scenario file that `policywright test` replays.
 */
export function scenario(): fc.Arbitrary<ScenarioDocument> {
  return fc.tuple(policySet(), policySetFlags(), aimPlan()).map(([policies, flags, plan]) => {
    const request = aimRequest(policySetOf(policies), plan);
    return printedAsFile({ id: 'generated', ...request, policies, ...(flags !== undefined && { flags }) });
  });
}

/** Lets fast-check print the scenario as its file. */
export function printedAsFile(document: ScenarioDocument): ScenarioDocument {
  return Object.defineProperty(document, fc.toStringMethod, { value: () => printScenario(document) });
}
