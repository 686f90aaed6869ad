import type { StatementRef } from '@policywright/evaluator';
import { parsePointer, showUnknown, type Statement } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import { rangeOf, type SourcePolicy } from '../sources/sourcePolicy.ts';
import { policyAt } from '../subjects.ts';
import type { StatementFacts } from './proofRow.ts';

/**
 * Finds the statement that an answer names.
 *
 * @param ref - as the analyzer has it, of a list of policies.
 * @param policies - that list.
 */
export function statementFacts(
  ref: StatementRef | undefined,
  policies: readonly SourcePolicy[],
): StatementFacts | undefined {
  const found = policyAt(ref?.ref ?? '', policies);
  if (found === undefined) return undefined;
  const { policy, pointer } = found;
  const statement = policy.policy?.statements.find((one) => one.pointer === pointer);
  if (statement === undefined) return undefined;
  const { sid, resource } = statement;
  const not = resource?.negated === true ? 'not ' : '';
  return {
    policy,
    label: sid === undefined || sid === '' ? `statement ${statement.index + 1}` : `statement ${quote(sid)}`,
    pointer: `${policy.pointer}${pointer}`,
    range: rangeOf(policy, pointer),
    resources: (resource?.values ?? []).map((value) => not + showUnknown(value)),
    conditions: conditionsOf(statement),
  };
}

function conditionsOf({ conditions }: Statement): readonly string[] {
  return conditions.map(({ key, pointer, values }) => {
    const operator = parsePointer(pointer)?.at(-2) ?? '';
    return `${operator} ${key}: ${values.map(showUnknown).join(', ')}`;
  });
}
