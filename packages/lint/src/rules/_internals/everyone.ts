import { fixesCallers } from '@policywright/conditions';
import { isUnknownText, type PrincipalEntry } from '@policywright/policy';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import { principalsOf } from '../../facts/principalsOf.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';

/** Whether a condition lets only certain callers through; one that is not known before deployment may. */
export function narrowsCallers({ condition, values, isUnknown }: ConditionFacts): boolean {
  if (isUnknown) return true;
  const known = values.map((value) => (isUnknownText(value) ? SOMETHING_FIXED : value));
  return fixesCallers({ ...condition, values: known }, 'other');
}

/** A value that fixes callers whatever kind of key it is of, but for truths. */
const SOMETHING_FIXED = '203.0.113.7';

/** Whether a principal is everybody: `*`, alone or under `AWS` (rule S129). */
export function isEveryone({ kind, value }: PrincipalEntry): boolean {
  return kind === 'AWS' && value === '*';
}

/** The place where a statement names everybody. */
export function everyonePointer(context: LintContext, statement: StatementFacts): string | undefined {
  const place = principalsOf(context, statement).find(({ entry, negated }) => !negated && isEveryone(entry));
  return place?.pointer;
}
