import { CONDITION_REASONS, type ConditionOutcome, type ConditionReason } from '@policywright/conditions';
import { parseConditionOperator, type OperatorName } from '@policywright/policy';
import { codes, listed } from '../phrase/listed.ts';
import type { Phrase } from '../phrase/phrase.ts';
import { withCode } from '../phrase/withCode.ts';

/** How an operator reads after "must". */
const VERBS: Readonly<Record<Exclude<OperatorName, 'Null'>, string>> = {
  StringEquals: 'be',
  StringNotEquals: 'not be',
  StringEqualsIgnoreCase: 'be (in any letter case)',
  StringNotEqualsIgnoreCase: 'not be (in any letter case)',
  StringLike: 'match',
  StringNotLike: 'not match',
  NumericEquals: 'be',
  NumericNotEquals: 'not be',
  NumericLessThan: 'be less than',
  NumericLessThanEquals: 'be at most',
  NumericGreaterThan: 'be more than',
  NumericGreaterThanEquals: 'be at least',
  DateEquals: 'be',
  DateNotEquals: 'not be',
  DateLessThan: 'be before',
  DateLessThanEquals: 'be at or before',
  DateGreaterThan: 'be after',
  DateGreaterThanEquals: 'be at or after',
  Bool: 'be',
  BinaryEquals: 'be',
  IpAddress: 'be in',
  NotIpAddress: 'not be in',
  ArnEquals: 'match',
  ArnNotEquals: 'not match',
  ArnLike: 'match',
  ArnNotLike: 'not match',
};

const SETS = { ForAllValues: 'every value of ', ForAnyValue: 'at least one value of ' };

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
  const { reason } = condition;
  const clause = [...wanted(condition), '; ', ...had(condition), ...variables(condition)];
  if (PLAIN.includes(reason)) return clause;
  // The rule's number stands in the documentation; here it would only be in the way.
  return [...clause, ' (', ...withCode(CONDITION_REASONS[reason].replace(/ \(S\d.*\)$/, '')), ')'];
}

function wanted({ operator, key, policyValues, result }: ConditionOutcome): Phrase {
  const parsed = parseConditionOperator(operator);
  const holds = result === 'true';
  const values = listed(codes(policyValues), 'or');
  // S82: with a set qualifier `Null` asks for nothing.
  if (parsed === undefined || (parsed.name === 'Null' && parsed.qualifier !== undefined))
    return [{ code: operator }, ' on ', { code: key }, ' wants ', ...values];
  if (parsed.name === 'Null')
    return [{ code: key }, ` ${verbOf('be', holds)} ${policyValues[0] === 'true' ? 'absent' : 'present'}`];
  const set = parsed.qualifier === undefined ? [] : [SETS[parsed.qualifier]];
  const ifThere = parsed.ifExists ? ', if present,' : '';
  return [...set, { code: key }, `${ifThere} ${verbOf(VERBS[parsed.name], holds)} `, ...values];
}

/** "must be" of what does not hold, "is" of what does. */
function verbOf(verb: string, holds: boolean): string {
  if (!holds) return `must ${verb}`;
  return verb
    .replace(/^not be/, 'is not')
    .replace(/^be/, 'is')
    .replace(/^not match/, 'does not match')
    .replace(/^match/, 'matches');
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
