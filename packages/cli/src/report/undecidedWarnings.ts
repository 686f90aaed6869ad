import { CONDITION_REASONS, type ConditionOutcome, type ConditionReason } from '@policywright/conditions';
import { compile, type Decision, type Doubt, type ElementReport } from '@policywright/evaluator';
import { reasonsOf, textOf } from '@policywright/evaluator/wording';
import { actionScenario, type Scenario, type ScenarioFile } from '@policywright/scenario';

/** A condition or an element that could not be decided, on which the outcome of a scenario hangs. */
export interface UndecidedWarning {
  readonly file: string;
  /** Of the scenario. */
  readonly id: string;
  readonly decision: Decision;
  /** JSON pointer of the statement in the policy set. */
  readonly statement: string;
  readonly sid: string | null;
  /** JSON pointer of the condition or element in its policy. */
  readonly pointer: string;
  /** The operator of a condition, or the name of an element. */
  readonly operator: string;
  /** The key of a condition; `null` for an element. */
  readonly key: string | null;
  readonly policyValues: readonly string[];
  /** `null` where the request lacks the key, or what it has cannot be read. */
  readonly requestValues: readonly string[] | null;
  readonly reason: ConditionReason;
  /** The reason in words. */
  readonly message: string;
  /** What the policy wants beside what the request has, and the reason. */
  readonly text: string;
}

/**
 * Finds the scenarios that are denied only because a condition or an element cannot be decided: a malformed value, a key given
 * twice, a reading that is not documented.
 *
 * @param files - as read; scenarios that expect no decision are passed over, and calls, which say what they depend on.
 * @returns one warning for each such condition, in order.
 */
export function undecidedWarnings(files: readonly ScenarioFile[]): readonly UndecidedWarning[] {
  return files.flatMap(({ file, scenarios }) =>
    scenarios.flatMap((reading) => {
      const scenario = actionScenario(reading);
      return scenario?.expected === undefined ? [] : warningsOf(file, scenario);
    }),
  );
}

function warningsOf(file: string, { id, policies, request }: Scenario): readonly UndecidedWarning[] {
  const { decision, doubts } = compile(policies).explain(request);
  const place = { file, id, decision };
  return doubts.map((found) => ({ ...place, ...describe(found) }));
}

function describe({ statement, about }: Doubt): Omit<UndecidedWarning, 'file' | 'id' | 'decision'> {
  const { ref, sid } = statement;
  const { pointer } = about;
  const reason = 'element' in about ? 'variable-undecided' : about.reason;
  const told = reasonsOf(statement).find((one) => one.ref.endsWith(pointer));
  return {
    statement: ref,
    sid: sid ?? null,
    pointer,
    ...('element' in about ? elementFacts(about) : conditionFacts(about)),
    reason,
    message: CONDITION_REASONS[reason],
    text: textOf(told?.phrase ?? []).replace(/^:? /, ''),
  };
}

type Facts = Pick<UndecidedWarning, 'operator' | 'key' | 'policyValues' | 'requestValues'>;

function elementFacts({ element, values, requested }: ElementReport): Facts {
  return { operator: element, key: null, policyValues: values, requestValues: [requested] };
}

function conditionFacts({ operator, key, policyValues, requestValues }: ConditionOutcome): Facts {
  return { operator, key, policyValues, requestValues: requestValues ?? null };
}
