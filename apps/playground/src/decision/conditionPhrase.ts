import { CONDITION_REASONS, parseVariables, type ConditionOutcome } from '@policywright/conditions';
import type { Explanation } from '@policywright/evaluator';
import { parseConditionOperator, type OperatorName } from '@policywright/policy';
import { listed, type Phrase } from './phrase.ts';

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
const PLAIN: readonly ConditionOutcome['reason'][] = [
  'value-matches',
  'value-differs',
  'key-absent',
  'key-present',
];

/**
 * What a condition wants beside what the request has, as a sentence: "`ecs:cluster` must match `…/shop`; the
 * request has `…/lab`".
 */
export function conditionPhrase(condition: ConditionOutcome, request: Explanation['request']): Phrase {
  const { reason } = condition;
  const sentence = [...wanted(condition), '; ', ...had(condition), ...variables(condition, request)];
  if (PLAIN.includes(reason)) return sentence;
  // The rule's number stands in the documentation; here it would only be in the way.
  return [...sentence, ` (${CONDITION_REASONS[reason].replace(/ \(S\d.*\)$/, '').replaceAll('`', '')})`];
}

function wanted({ operator, key, policyValues, result }: ConditionOutcome): Phrase {
  const parsed = parseConditionOperator(operator);
  const holds = result === 1;
  const values = policyValues.map((code) => ({ code }));
  // S82: with a set qualifier `Null` asks for nothing.
  if (parsed === undefined || (parsed.name === 'Null' && parsed.qualifier !== undefined))
    return [{ code: operator }, ' on ', { code: key }, ' wants ', ...listed(values, 'or')];
  if (parsed.name === 'Null')
    return [{ code: key }, ` ${verbOf('be', holds)} ${policyValues[0] === 'true' ? 'absent' : 'present'}`];
  const set = parsed.qualifier === undefined ? '' : SETS[parsed.qualifier];
  const ifThere = parsed.ifExists ? ', if present,' : '';
  return [set, { code: key }, `${ifThere} ${verbOf(VERBS[parsed.name], holds)} `, ...listed(values, 'or')];
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

function had({ requestValues }: ConditionOutcome): Phrase {
  if (requestValues === undefined) return ['the request does not have this key'];
  if (requestValues.length === 0) return ['the request has no value for it'];
  return [
    'the request has ',
    ...listed(
      requestValues.map((code) => ({ code })),
      'and',
    ),
  ];
}

/** What the policy variables stand for in this request. */
function variables({ policyValues }: ConditionOutcome, { context = {} }: Explanation['request']): Phrase {
  const names = new Set(
    policyValues.flatMap((value) =>
      parseVariables(value).flatMap((piece) => (piece.kind === 'variable' ? [piece.key] : [])),
    ),
  );
  return [...names].flatMap((name): Phrase => {
    const found = Object.entries(context).find(([key]) => key.toLowerCase() === name.toLowerCase());
    const code = `\${${name}}`;
    if (found === undefined) return [', and no value for ', { code }];
    return [', and ', { code }, ' stands for ', { code: String(found[1]) }];
  });
}
