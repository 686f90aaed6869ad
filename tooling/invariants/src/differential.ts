import { compile, type Decision, type Request } from '@policywright/evaluator';
import {
  nearMiss,
  policySet,
  policySetFlags,
  policySetOf,
  printedAsFile,
  type PolicySetDocument,
  type ScenarioDocument,
} from '@policywright/testing';
import * as fc from 'fast-check';
import { askEvaluator, askReference, type Comparison } from './compareInterpreters.ts';

/** How long a differential run goes on. */
export interface DifferentialOptions {
  readonly seed: number;
  /** Cases to try: pairs of a policy set and a request. */
  readonly cases: number;
  /** Requests for each policy set. */
  readonly requestsPerSet?: number;
  /** Called for each case on which the two do not agree. */
  readonly onDifference: (difference: Difference) => void;
}

/** A case on which evaluator and reference interpreter do not agree. */
export interface Difference extends Comparison {
  readonly scenario: ScenarioDocument;
}

/** What a differential run found. */
export interface DifferentialReport {
  readonly cases: number;
  readonly differences: number;
  /** Cases by the reference interpreter's decision. */
  readonly decisions: Readonly<Record<Decision, number>>;
}

const CHUNK = 200;

/** Compares evaluator and reference interpreter on generated cases. */
export function runDifferential(options: DifferentialOptions): DifferentialReport {
  const decisions = { Allow: 0, ExplicitDeny: 0, ImplicitDeny: 0 };
  let cases = 0;
  let differences = 0;
  for (let chunk = 0; cases < options.cases; chunk += 1) {
    const sets = fc.sample(fc.tuple(policySet(), policySetFlags()), {
      seed: options.seed + chunk,
      numRuns: CHUNK,
    });
    for (const [index, [documents, flags]] of sets.entries()) {
      const scenario = { documents, flags: flags ?? {}, seed: options.seed + chunk * CHUNK + index };
      for (const { decision, difference } of compareSet(scenario, options.requestsPerSet ?? 20)) {
        cases += 1;
        decisions[decision] += 1;
        if (difference === undefined) continue;
        differences += 1;
        options.onDifference(difference);
      }
    }
  }
  return { cases, differences, decisions };
}

interface GeneratedSet {
  readonly documents: PolicySetDocument;
  readonly flags: NonNullable<ScenarioDocument['flags']>;
  readonly seed: number;
}

interface Case {
  readonly decision: Decision;
  readonly difference: Difference | undefined;
}

function compareSet({ documents, flags, seed }: GeneratedSet, requests: number): readonly Case[] {
  const policies = policySetOf(documents, flags);
  const authorizer = compile(policies);
  return fc.sample(nearMiss(policies), { seed, numRuns: requests }).map((request) => {
    const reference = askReference(policies, request);
    const evaluator = askEvaluator(authorizer, request);
    const same =
      evaluator.decision === reference.decision && evaluator.matched.join() === reference.matched.join();
    if (same) return { decision: reference.decision, difference: undefined };
    const scenario = scenarioOf(request, { documents, flags, seed });
    return { decision: reference.decision, difference: { scenario, evaluator, reference } };
  });
}

function scenarioOf(request: Request, { documents, flags, seed }: GeneratedSet): ScenarioDocument {
  const document = { id: `seed-${String(seed)}`, ...request, policies: documents, flags } as ScenarioDocument;
  return printedAsFile(document);
}
