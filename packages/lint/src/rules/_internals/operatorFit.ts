import { keyDefinition } from '../../facts/keyDefinition.ts';
import type { ConditionFacts, OperatorFamily } from '../../facts/conditionFacts.ts';

/**
 * How an operator suits the type of its key: `fits`; `usable`, since the comparison of texts says something
 * too; or `wrong`.
 *
 * @param facts - a condition whose key the catalog has.
 */
export function operatorFit(facts: ConditionFacts): 'fits' | 'usable' | 'wrong' {
  const { family } = facts;
  const definition = keyDefinition(facts);
  if (definition === undefined || family === 'Null') return 'fits';
  const wanted: OperatorFamily =
    definition.type === 'IPAddress' ? 'Ip' : definition.type === 'ARN' ? 'Arn' : definition.type;
  if (family === wanted) return 'fits';
  // Rule S101.
  if (facts.key === 'aws:epochtime' && family === 'Numeric') return 'fits';
  if (family === 'String' && wanted === 'Arn') return 'usable';
  // Values that are texts for the catalog may be texts of ARNs, numbers or truth values.
  if (wanted === 'String' && family !== 'Ip' && family !== 'Date') return 'usable';
  return 'wrong';
}

/** The operators that suit the key, for help. */
export function suitableOperators(facts: ConditionFacts): string {
  const type = keyDefinition(facts)?.type ?? 'String';
  if (type === 'IPAddress') return '`IpAddress` or `NotIpAddress`';
  if (type === 'ARN') return '`ArnLike` or `ArnNotLike`';
  return type === 'Bool' ? '`Bool`' : `a ${type} operator`;
}

/** Whether a key whose values are ARNs stands under an operator whose wildcards run past colons. */
export function isArnUnderStringLike(facts: ConditionFacts): boolean {
  return keyDefinition(facts)?.type === 'ARN' && /^String(?:Not)?Like$/.test(facts.condition.operator.name);
}
