import type { PolicySetFlags } from '@policywright/evaluator';
import {
  policySetOf,
  printScenario,
  type AnyPolicySetDocument,
  type PolicyDocument,
  type ResourcePolicyDocument,
  type ScenarioDocument,
} from '@policywright/scenario';
import * as fc from 'fast-check';
import { aimPlan } from './_internals/aimPlan.ts';
import { aimRequest } from './_internals/aimRequest.ts';
import { shrinkBy } from './_internals/shrinkBy.ts';
import { simplerScenarios } from './_internals/simplify/simplerScenarios.ts';
import { asTrustPolicy } from './_internals/asTrustPolicy.ts';
import { policySet } from './policySet.ts';
import { policySetFlags } from './policySetFlags.ts';

/** A scenario with any form of policies on its resource. */
export type GeneratedScenario = ScenarioDocument<AnyPolicySetDocument>;

/**
 * Scenarios: a policy set and a request that is aimed at it; a few of them go through an access point to what lies
 * behind it.
 *
 * @returns an arbitrary that shrinks to few statements and context keys, and whose counter-examples print as a
 * scenario file that `policywright test` replays.
 */
export function scenario(): fc.Arbitrary<GeneratedScenario> {
  const isChain = fc.oneof(
    { arbitrary: fc.constant(false), weight: 11 },
    { arbitrary: fc.constant(true), weight: 1 },
  );
  const aimed = fc
    .tuple(policySet(), policySetFlags(), isChain, aimPlan())
    .map(([documents, flags, chained, plan]): GeneratedScenario => {
      const policies = {
        ...documents,
        resource: attached(documents.resource, flags, chained),
        // S200: a session that root made has nothing but what its session policies allow.
        ...(flags?.federatedByRoot === true &&
          documents.session.length === 0 && { session: documents.identity }),
      };
      const set = policySetOf(policies, flags, chained ? chainOf(policies) : undefined);
      return { id: 'generated', ...aimRequest(set, plan), policies, ...(flags !== undefined && { flags }) };
    });
  // By form: a request that was aimed at a statement would no longer meet it after another one goes.
  return shrinkBy(aimed.map(printedAsFile), simplerPrinted);
}

type Attached = AnyPolicySetDocument['resource'];

/** S27: a trust policy names no resource, and a file with one is read as what the flag says. */
function attached(resource: Attached, flags: PolicySetFlags | undefined, chained: boolean): Attached {
  const documents = isList(resource) ? resource : [resource];
  const fitting = documents.map((document) =>
    flags?.resourcePolicyKind === 'trust' && isDocument(document) ? asTrustPolicy(document) : document,
  );
  if (chained) return fitting.length > 1 ? fitting : [...fitting, null];
  return isList(resource) ? fitting : (fitting[0] ?? null);
}

function isDocument(document: ResourcePolicyDocument): document is PolicyDocument {
  return document !== null && 'Statement' in document;
}

/** S210: a list of policies is read as those of what lies behind one another if the request says that something does. */
function chainOf({ resource }: AnyPolicySetDocument): Parameters<typeof policySetOf>[2] {
  const behind = isList(resource) ? resource.slice(1) : [];
  return { resource: '*', underlying: behind.map(() => ({ resource: '*' })) };
}

function isList(resource: Attached): resource is readonly ResourcePolicyDocument[] {
  return Array.isArray(resource);
}

function* simplerPrinted(given: GeneratedScenario): Iterable<GeneratedScenario> {
  for (const simpler of simplerScenarios(given)) yield printedAsFile(simpler);
}

/** Lets fast-check print the scenario as its file. */
export function printedAsFile<Given extends GeneratedScenario>(document: Given): Given {
  return Object.defineProperty(document, fc.toStringMethod, { value: () => printScenario(document) });
}
