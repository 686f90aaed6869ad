import type { Decision, PolicySet, Principal, Request } from '@policywright/evaluator';
import type { KnownWorld } from './knownWorld.ts';
import type { ScenarioNotes } from './scenarioNotes.ts';

/** What a scenario can expect: a decision, and of a call also that it depends on what is not known. */
export type ScenarioOutcome = Decision | 'Depends';

/** A call of an AWS API as a scenario tells it, in the form that `@policywright/operations` decides. */
export interface ScenarioCall {
  /** By prefix of the service or id of the SDK client: `ecs:RunTask`. */
  readonly operation: `${string}:${string}`;
  readonly input: Readonly<Record<string, unknown>>;
  readonly principal: Principal;
  /** Of the caller, 12 digits. */
  readonly account: string;
  /** The Region that is called; `undefined` where the scenario does not tell it. */
  readonly region: string | undefined;
  readonly partition: string | undefined;
  readonly context: NonNullable<Request['context']>;
}

/** A call, the policies that bear on it, what is known of the account, and the outcome that somebody expects. */
export interface CallScenario extends ScenarioNotes<ScenarioOutcome> {
  readonly call: ScenarioCall;
  readonly world: KnownWorld;
  /** Whether checks count of which AWS only says that a call may need them. */
  readonly perhaps: 'count' | 'ignore';
  readonly policies: PolicySet;
}
