import {
  callRequests,
  diagnoseCall,
  diagnoseWorld,
  explainCheck,
  outcomeOf,
  settleAnew,
  simulateOperation,
  type OperationDecision,
} from '@policywright/operations';
import type { CallRunner, CallScenario } from '@policywright/scenario';
import { firstFailing, titleOf } from '../can/callText.ts';
import { nameStatements } from '../can/nameStatements.ts';

/** Decides the call of a scenario, with checks that it only may need if the scenario counts them. */
export function decideCallScenario({ policies, call, world, perhaps }: CallScenario): OperationDecision {
  return settleAnew(simulateOperation(policies, call, world), { perhaps });
}

/** Runs scenarios with `operation`, and says why they come out as they do. */
export interface ExplainingRunner extends CallRunner {
  /** The check that settles it, or what the answer depends on, in one sentence. */
  readonly explain: (scenario: CallScenario) => string;
}

function explain(scenario: CallScenario): string {
  const decision = decideCallScenario(scenario);
  if (decision.answer === 'Depends') return `it depends on ${decision.unknown.join(', ')}`;
  const failing = firstFailing(decision);
  if (failing === undefined) return 'all that the call is authorised for is allowed';
  const { summary } = explainCheck(scenario.policies, failing, scenario.world);
  return `${titleOf(failing)}: ${nameStatements(summary, scenario.policies)}`;
}

/** Runs scenarios with `operation`. */
export const callRunner: ExplainingRunner = {
  explain,
  diagnose: ({ policies, call, world }) => [...diagnoseCall(call), ...diagnoseWorld(policies, call, world)],
  decide: (scenario) => outcomeOf(decideCallScenario(scenario)),
  requests: ({ policies, call, world }) => callRequests(policies, call, world),
};
