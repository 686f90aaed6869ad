import * as fc from 'fast-check';
import { policySetOf } from '../documents/policySetOf.ts';
import { printScenario } from '../documents/printScenario.ts';
import type { ScenarioDocument } from '../documents/scenarioDocument.ts';
import { aimPlan } from './_internals/aimPlan.ts';
import { aimRequest } from './_internals/aimRequest.ts';
import { shrinkBy } from './_internals/shrinkBy.ts';
import { simplerScenarios } from './_internals/simplify/simplerScenarios.ts';
import { policySet, policySetFlags } from './policySet.ts';

/**
 * Scenarios: a policy set and a request that is aimed at it.
 *
 * @returns an arbitrary that shrinks to few statements and context keys, and whose counter-examples print as a
 * scenario file that `policywright test` replays.
 */
export function scenario(): fc.Arbitrary<ScenarioDocument> {
  const aimed = fc
    .tuple(policySet(), policySetFlags(), aimPlan())
    .map(([policies, given, plan]): ScenarioDocument => {
      // A trust policy names no resource, and is read as what it is said to be (rule S27).
      const flags = given?.resourcePolicyKind === 'trust' && policies.resource !== null ? undefined : given;
      const request = aimRequest(policySetOf(policies), plan);
      return { id: 'generated', ...request, policies, ...(flags !== undefined && { flags }) };
    });
  // By form: a request that was aimed at a statement would no longer meet it after another one goes.
  return shrinkBy(aimed.map(printedAsFile), simplerPrinted);
}

function* simplerPrinted(given: ScenarioDocument): Iterable<ScenarioDocument> {
  for (const simpler of simplerScenarios(given)) yield printedAsFile(simpler);
}

/** Lets fast-check print the scenario as its file. */
export function printedAsFile(document: ScenarioDocument): ScenarioDocument {
  return Object.defineProperty(document, fc.toStringMethod, { value: () => printScenario(document) });
}
