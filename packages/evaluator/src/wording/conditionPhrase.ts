import { CONDITION_REASONS, type ConditionOutcome, type ConditionReason } from '@policywright/conditions';
import { codes, listed } from '../phrase/listed.ts';
import type { Phrase } from '../phrase/phrase.ts';
import { withCode } from '../phrase/withCode.ts';
import { conditionClause } from './conditionClause.ts';

/** Reasons that the values say by themselves. */
const PLAIN: readonly ConditionReason[] = ['value-matches', 'value-differs', 'key-absent', 'key-present'];

/** Reasons by which the request may have the key all the same. */
const UNREAD: readonly ConditionReason[] = [
  'key-unknown',
  'key-ambiguous',
  'key-unreadable',
  'unknown-operator',
  'null-with-set-qualifier',
];

/**
 * What a condition wants beside what the request has, as a clause: "`ecs:cluster` must match `…/shop`; the
 * request has `…/lab`".
 *
 * @param condition - as it fared.
 */
export function conditionPhrase(condition: ConditionOutcome): Phrase {
  const { operator, key, policyValues, reason, result } = condition;
  const wanted = conditionClause({ operator, key, values: policyValues }, result === 'true');
  const clause = [...wanted, '; ', ...had(condition), ...variables(condition)];
  if (PLAIN.includes(reason)) return clause;
  // The rule's number stands in the documentation; here it would only be in the way.
  return [...clause, ' (', ...withCode(CONDITION_REASONS[reason].replace(/ \(S\d.*\)$/, '')), ')'];
}

function had({ requestValues, reason }: ConditionOutcome): Phrase {
  if (requestValues === undefined)
    return [
      UNREAD.includes(reason)
        ? 'the request has none that can be read'
        : 'the request does not have this key',
    ];
  if (requestValues.length === 0) return ['the request has no value for it'];
  return ['the request has ', ...listed(codes(requestValues), 'and')];
}

/** What the policy variables stand for in this request. */
function variables(condition: ConditionOutcome): Phrase {
  return condition.variables.flatMap(({ key, value }): Phrase => {
    const code = `\${${key}}`;
    if (value === undefined) return [', and no value for ', { code }];
    return [', and ', { code }, ' stands for ', { code: value }];
  });
}
