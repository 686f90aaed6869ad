import type { ListElement, Policy, Statement } from '@policywright/policy';
import { sameCondition } from './conditionMutants.ts';
import type { Mutant } from './mutant.ts';
import { coversAction, coversResource, eachCovered } from './samePatterns.ts';

/** Drops a statement; the same where another of the policy covers it. */
export function dropStatement(policy: Policy, statement: Statement): Mutant {
  const { sid, effect, action, pointer } = statement;
  const name = sid === undefined ? '' : `"Sid": ${JSON.stringify(sid)}, `;
  const [first = ''] = action.values;
  const actions = `"${action.negated ? 'NotAction' : 'Action'}": ${JSON.stringify(first)}${action.values.length > 1 ? ', …' : ''}`;
  return {
    kind: 'drop-statement',
    pointer,
    before: `{ ${name}"Effect": "${effect}", ${actions} }`,
    after: null,
    statement: undefined,
    equivalent: policy.statements.some((other) => other !== statement && covers(other, statement)),
  };
}

function covers(wide: Statement, narrow: Statement): boolean {
  return (
    wide.effect === narrow.effect &&
    JSON.stringify(wide.principal) === JSON.stringify(narrow.principal) &&
    coversList(wide.action, narrow.action, coversAction) &&
    coversList(wide.resource, narrow.resource, coversResource) &&
    wide.conditions.every((condition) => narrow.conditions.some((other) => sameCondition(condition, other)))
  );
}

function coversList(
  wide: ListElement | undefined,
  narrow: ListElement | undefined,
  covers: (wide: string, narrow: string) => boolean,
): boolean {
  if (wide === undefined || narrow === undefined) return wide === narrow;
  if (JSON.stringify(wide) === JSON.stringify(narrow)) return true;
  return !wide.negated && !narrow.negated && eachCovered(narrow.values, wide.values, covers);
}
