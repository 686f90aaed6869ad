import type { StatementRef } from '@policywright/evaluator';
import { showUnknown, type Statement } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import { rangeOf, type SourcePolicy } from '../sources/sourcePolicy.ts';
import { policyAt } from '../subjects.ts';
import type { AccessScope, StatementFacts } from './proofRow.ts';

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
  const { sid, effect } = statement;
  return {
    policy,
    label: sid === undefined || sid === '' ? `statement ${statement.index + 1}` : `statement ${quote(sid)}`,
    pointer: `${policy.pointer}${pointer}`,
    range: rangeOf(policy, pointer),
    effect,
    scope: scopeOf(statement),
  };
}

function scopeOf({ resource, conditions }: Statement): AccessScope {
  const values = (resource?.values ?? []).map(showUnknown);
  const isNegated = resource?.negated === true;
  return {
    resources: isNegated ? ['*'] : values,
    exceptResources: isNegated ? values : [],
    conditions: conditions.map(({ operator, key, values: compared }) => ({
      operator: operator.text,
      key,
      values: compared.map(showUnknown),
    })),
  };
}
