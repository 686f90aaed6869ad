import { compile, type Decision } from '@policywright/evaluator';
import { policySetOf, requestOf } from '@policywright/scenario';
import { nearMiss, printedAsFile, scenario, type GeneratedScenario } from '@policywright/testing';
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
  readonly scenario: GeneratedScenario;
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
    const givens = fc.sample(scenario(), { seed: options.seed + chunk, numRuns: CHUNK });
    for (const [index, given] of givens.entries()) {
      const aims = { seed: options.seed + chunk * CHUNK + index, numRuns: options.requestsPerSet ?? 20 };
      for (const { decision, difference } of compareSet(given, aims)) {
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

interface Case {
  readonly decision: Decision;
  readonly difference: Difference | undefined;
}

/** Compares on requests that are aimed at the policies of a scenario. */
function compareSet(given: GeneratedScenario, aims: { seed: number; numRuns: number }): readonly Case[] {
  const policies = policySetOf(given.policies, given.flags, requestOf(given));
  const authorizer = compile(policies);
  return fc.sample(nearMiss(policies), aims).map((request) => {
    const reference = askReference(policies, request);
    const evaluator = askEvaluator(authorizer, request);
    const same =
      evaluator.decision === reference.decision && evaluator.matched.join() === reference.matched.join();
    if (same) return { decision: reference.decision, difference: undefined };
    const { policies: documents, flags = {} } = given;
    const asked = {
      id: `seed-${String(aims.seed)}`,
      ...request,
      policies: documents,
      flags,
    } as GeneratedScenario;
    return {
      decision: reference.decision,
      difference: { scenario: printedAsFile(asked), evaluator, reference },
    };
  });
}
