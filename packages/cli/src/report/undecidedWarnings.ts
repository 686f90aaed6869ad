import { CONDITION_REASONS, type ConditionReason } from '@policywright/conditions';
import { compile, type Decision } from '@policywright/evaluator';
import type { Scenario, ScenarioFile } from '@policywright/scenario';
import { undecidedConditions, type UndecidedCondition } from './undecidedConditions.ts';

/** A condition that could not be decided, on which the outcome of a scenario hangs. */
export interface UndecidedWarning {
  readonly file: string;
  /** Of the scenario. */
  readonly id: string;
  readonly decision: Decision;
  /** JSON pointer of the statement in the policy set. */
  readonly statement: string;
  readonly sid: string | null;
  /** JSON pointer of the condition in its policy. */
  readonly pointer: string;
  readonly operator: string;
  readonly key: string;
  readonly policyValues: readonly string[];
  /** `null` where the request lacks the key, or what it has cannot be read. */
  readonly requestValues: readonly string[] | null;
  readonly reason: ConditionReason;
  /** The reason in words. */
  readonly message: string;
}

/**
 * Finds the scenarios that are denied only because a condition cannot be decided: a malformed value, a key given
 * twice, a reading that is not documented.
 *
 * @param files - as read; scenarios that expect no decision are passed over.
 * @returns one warning for each such condition, in order.
 */
export function undecidedWarnings(files: readonly ScenarioFile[]): readonly UndecidedWarning[] {
  return files.flatMap(({ file, scenarios }) =>
    scenarios.flatMap((reading) =>
      reading.ok && reading.scenario.expected !== undefined ? warningsOf(file, reading.scenario) : [],
    ),
  );
}

function warningsOf(file: string, { id, policies, request }: Scenario): readonly UndecidedWarning[] {
  const explanation = compile(policies).explain(request);
  const place = { file, id, decision: explanation.decision };
  return undecidedConditions(explanation).map((found) => ({ ...place, ...describe(found) }));
}

function describe({
  statement,
  condition,
}: UndecidedCondition): Omit<UndecidedWarning, 'file' | 'id' | 'decision'> {
  const { pointer, operator, key, policyValues, requestValues, reason } = condition;
  return {
    statement: statement.ref,
    sid: statement.sid ?? null,
    pointer,
    operator,
    key,
    policyValues,
    requestValues: requestValues ?? null,
    reason,
    message: CONDITION_REASONS[reason],
  };
}
