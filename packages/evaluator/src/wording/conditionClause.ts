import { parseConditionOperator, type OperatorName } from '@policywright/policy';
import { codes, listed } from '../phrase/listed.ts';
import type { Phrase } from '../phrase/phrase.ts';

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

/** A condition of a statement, as a document writes it. */
export interface ConditionWritten {
  /** With its set qualifier and `IfExists`: `ForAnyValue:StringLike`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/**
 * What a condition asks of a request: "`aws:SourceIp` must be in `10.0.0.0/8`".
 *
 * @param condition - of a statement.
 * @param holds - it does hold: "`aws:SourceIp` is in `10.0.0.0/8`".
 */
export function conditionClause({ operator, key, values }: ConditionWritten, holds = false): Phrase {
  const parsed = parseConditionOperator(operator);
  const list = listed(codes(values), 'or');
  // S82: with a set qualifier `Null` asks for nothing.
  if (parsed === undefined || (parsed.name === 'Null' && parsed.qualifier !== undefined))
    return [{ code: operator }, ' on ', { code: key }, ' wants ', ...list];
  if (parsed.name === 'Null')
    return [{ code: key }, ` ${verbOf('be', holds)} ${values[0] === 'true' ? 'absent' : 'present'}`];
  const set = parsed.qualifier === undefined ? [] : [SETS[parsed.qualifier]];
  const ifThere = parsed.ifExists ? ', if present,' : '';
  return [...set, { code: key }, `${ifThere} ${verbOf(VERBS[parsed.name], holds)} `, ...list];
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
