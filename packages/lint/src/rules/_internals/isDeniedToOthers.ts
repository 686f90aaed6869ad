import { readBoolean } from '@policywright/conditions/values';
import type { OperatorName } from '@policywright/policy';
import { ConditionFacts } from '../../facts/conditionFacts.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import { newProofs, reportSpent } from '../../facts/proofs.ts';
import { coversRequests } from './statementCovers.ts';
import { isEveryone, narrowsCallers } from './everyone.ts';

/**
 * Whether a Deny of the same document leaves what a statement allows to certain callers only, as the policies of private
 * APIs have it ("API Gateway resource policy examples", from memory, unchecked).
 */
export function isDeniedToOthers(context: LintContext, statement: StatementFacts): boolean {
  const proofs = context.once(newProofs);
  const isDenied = context.comparableStatements.some(
    (other) => sparesCertainOnly(other) && coversRequests(other, statement, proofs),
  );
  reportSpent(context, proofs);
  return isDenied;
}

/** Whether a Deny is about all but certain callers. */
function sparesCertainOnly({ statement, conditions }: StatementFacts): boolean {
  const { effect, principal } = statement;
  if (effect !== 'Deny' || principal === undefined) return false;
  if (principal.negated) return conditions.length === 0;
  const isOfAll = principal.entries.some(isEveryone);
  return (
    isOfAll &&
    conditions.some(failsForCertain) &&
    conditions.every((facts) => failsForCertain(facts) || failsForServices(facts))
  );
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

/** Whether a condition fails for services of AWS only, which Denies often spare beside those that they are about. */
function failsForServices({ key, family, values }: ConditionFacts): boolean {
  return (
    key === 'aws:principalisawsservice' &&
    family === 'Bool' &&
    values.every((value) => readBoolean(value) === false)
  );
}
