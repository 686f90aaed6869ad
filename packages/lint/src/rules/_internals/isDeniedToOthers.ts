import { scopeCovers } from '@policywright/analyzer/cover';
import { readBoolean } from '@policywright/conditions/values';
import type { OperatorName } from '@policywright/policy';
import { ConditionFacts } from '../../facts/conditionFacts.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import { newProofs, reportSpent } from '../../facts/proofs.ts';
import { coversRequests } from './statementCovers.ts';
import { isEveryone, narrowsCallers } from './everyone.ts';

/**
 * Whether a Deny of the same document leaves what a statement allows to certain callers only, or to nobody, as the policies of
 * private APIs have it ("API Gateway resource policy examples", from memory, unchecked).
 */
export function isDeniedToOthers(context: LintContext, statement: StatementFacts): boolean {
  const proofs = context.once(newProofs);
  const isDenied = context.comparableStatements.some(
    (other) => sparesCertainOnly(other, statement) && coversRequests(other, statement, proofs),
  );
  reportSpent(context, proofs);
  return isDenied;
}

/** Whether a Deny applies to all but certain callers wherever a statement for everybody does. */
function sparesCertainOnly({ statement: deny, conditions }: StatementFacts, at: StatementFacts): boolean {
  const { effect, principal } = deny;
  if (effect !== 'Deny' || principal === undefined) return false;
  if (!principal.negated && !principal.entries.some(isEveryone)) return false;
  const certain = conditions.filter(failsForCertain);
  const others = conditions.filter(
    (facts) => !certain.includes(facts) && !(certain.length > 0 && failsForServices(facts)),
  );
  // What else it asks, the statement asks too.
  const asked = others.map(({ condition }) => condition);
  return scopeCovers({ ...at.statement, conditions: asked }, at.statement);
}

/** Whether a condition fails for certain callers only: it holds where the key is absent, as it must. */
function failsForCertain(facts: ConditionFacts): boolean {
  const { condition, negated, isUnknown } = facts;
  const { operator } = condition;
  if (isUnknown) return true;
  if (!negated || operator.qualifier === 'ForAnyValue') return false;
  // INVARIANT: each negated operator has a positive one of the same name.
  const name = operator.name.replace('Not', '') as OperatorName;
  const positive = { ...operator, name, qualifier: undefined, ifExists: false };
  return narrowsCallers(new ConditionFacts({ ...condition, operator: positive }));
}

/**
 * Whether a condition fails for services of AWS only, which Denies often spare beside those that they are about. Anonymous
 * callers come without the key, so that it must hold without.
 */
function failsForServices({ key, family, needsKey, values }: ConditionFacts): boolean {
  return (
    key === 'aws:principalisawsservice' &&
    family === 'Bool' &&
    !needsKey &&
    values.every((value) => readBoolean(value) === false)
  );
}
