import type { PolicySet } from '@policywright/evaluator';
import type { Policy, Statement } from '@policywright/policy';

/** A pointer into a policy set, split into the way to the policy and the pointer within it. */
function split(ref: string): readonly [way: readonly string[], pointer: string] {
  const at = ref.indexOf('/Statement');
  return [ref.slice(1, at).split('/'), ref.slice(at)];
}

/**
 * Finds a statement by its pointer in the policy set, by going the way that the pointer tells.
 *
 * @param set - parsed policies.
 * @param ref - such as `/scps/1/0/Statement/2`.
 */
export function statementAt(set: PolicySet, ref: string): Statement | undefined {
  const [way, pointer] = split(ref);
  const policy = way.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], set);
  return (policy as Policy | undefined)?.statements.find((statement) => statement.pointer === pointer);
}

/**
 * The same policy set without one statement, whose document stays, if need be without any.
 *
 * @param set - parsed policies.
 * @param ref - of the statement.
 */
export function withoutStatement(set: PolicySet, ref: string): PolicySet {
  return withStatement(set, ref, () => []);
}

/**
 * The same policy set with others in the place of one statement.
 *
 * @param set - parsed policies.
 * @param ref - of the statement.
 * @param edit - gives the others.
 */
export function withStatement(
  set: PolicySet,
  ref: string,
  edit: (statement: Statement) => readonly Statement[],
): PolicySet {
  const [way, pointer] = split(ref);
  const change = (at: unknown, [step, ...rest]: readonly string[]): unknown => {
    if (step === undefined) {
      const policy = at as Policy;
      const statements = policy.statements.flatMap((one) => (one.pointer === pointer ? edit(one) : [one]));
      return { ...policy, statements };
    }
    if (Array.isArray(at)) return at.map((one, index) => (index === Number(step) ? change(one, rest) : one));
    const members = at as Record<string, unknown>;
    return { ...members, [step]: change(members[step], rest) };
  };
  return change(set, way) as PolicySet;
}
