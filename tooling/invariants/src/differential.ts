import { compile, type Decision } from '@policywright/evaluator';
import { policySetOf, requestOf } from '@policywright/scenario';
import { nearMiss, printedAsFile, scenario, type GeneratedScenario } from '@policywright/testing';
import * as fc from 'fast-check';
import { answerOf, askReference, explained, type Comparison } from './compareInterpreters.ts';
import { ReachMeter } from './reachMeter.ts';
import { readingsFor, type ReadingSet } from './readings.ts';

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
  /** Under which readings of open questions. */
  readonly reading: string;
}

/** What a differential run found. */
export interface DifferentialReport {
  readonly cases: number;
  readonly differences: number;
  /** Cases by the reference interpreter's decision. */
  readonly decisions: Readonly<Record<Decision, number>>;
  /** What the cases came to. */
  readonly reach: ReachMeter;
}

const CHUNK = 200;

/** Compares evaluator and reference interpreter on generated cases. */
export function runDifferential(options: DifferentialOptions): DifferentialReport {
  const decisions = { Allow: 0, ExplicitDeny: 0, ImplicitDeny: 0 };
  let cases = 0;
  let differences = 0;
  const reach = new ReachMeter();
  for (let chunk = 0; cases < options.cases; chunk += 1) {
    const givens = fc.sample(scenario(), { seed: options.seed + chunk, numRuns: CHUNK });
    for (const [index, given] of givens.entries()) {
      const aims = { seed: options.seed + chunk * CHUNK + index, numRuns: options.requestsPerSet ?? 20 };
      const reading = readingsFor(options.seed + chunk * CHUNK + index);
      for (const { decision, difference } of compareSet(given, { ...aims, reading, reach })) {
        cases += 1;
        decisions[decision] += 1;
        if (difference === undefined) continue;
        differences += 1;
        options.onDifference(difference);
      }
    }
  }
  return { cases, differences, decisions, reach };
}

interface Case {
  readonly decision: Decision;
  readonly difference: Difference | undefined;
}

interface Aims {
  readonly seed: number;
  readonly numRuns: number;
  readonly reading: ReadingSet;
  readonly reach: ReachMeter;
}

/** Compares on requests that are aimed at the policies of a scenario. */
function compareSet(given: GeneratedScenario, aims: Aims): readonly Case[] {
  const { seed, numRuns, reading, reach } = aims;
  const policies = policySetOf(given.policies, given.flags, requestOf(given));
  const authorizer = compile(policies, reading.options);
  return fc.sample(nearMiss(policies), { seed, numRuns }).map((request) => {
    const reference = askReference(policies, request, reading.options);
    const explanation = explained(authorizer, request);
    reach.note({ explanation, request, readings: reading.names });
    const evaluator = answerOf(explanation);
    const same =
      evaluator.decision === reference.decision && evaluator.matched.join() === reference.matched.join();
    if (same) return { decision: reference.decision, difference: undefined };
    const { policies: documents, flags = {} } = given;
    const asked = {
      id: `seed-${String(seed)}`,
      ...request,
      policies: documents,
      flags,
    } as GeneratedScenario;
    const scenario = printedAsFile(asked);
    return {
      decision: reference.decision,
      difference: { scenario, evaluator, reference, reading: reading.names.join('; ') },
    };
  });
}
