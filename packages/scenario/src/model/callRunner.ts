import type { PolicySet, Request } from '@policywright/evaluator';
import type { CallScenario, ScenarioOutcome } from './callScenario.ts';

/**
 * What scenarios with `operation` are run by. `@policywright/operations`, which knows what calls need, stands on top of this
 * package, so that whoever has both hands this in.
 */
export interface CallRunner {
  /** What is wrong with a call, its input, or what the world says beside the policies. Never throws. */
  readonly diagnose: (scenario: CallScenario) => readonly CallFinding[];
  readonly decide: (scenario: CallScenario) => ScenarioOutcome;
  /** The requests that a call is authorised by, as far as their resources are known, each with its policies. */
  readonly requests: (scenario: CallScenario) => readonly CallRequest[];
}

/** Something that is wrong with a call. */
export interface CallFinding {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** JSON pointer into the scenario: `/operation`, `/input/taskDefinition`, `/policies/resource`. */
  readonly path: string;
  readonly help?: string | undefined;
}

/** One of the requests that a call is authorised by. */
export interface CallRequest {
  readonly request: Request;
  readonly policies: PolicySet;
}
