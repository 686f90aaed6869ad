import type { OperatorName } from '@policywright/policy';
import { not, truth, type Truth } from '../truth.ts';
import type { ExpansionScope } from '../variables.ts';
import { arnLike } from './arnLike.ts';
import { bytesEqual } from './bytesEqual.ts';
import { compareInstants } from './compareInstants.ts';
import { compareNumbers } from './compareNumbers.ts';
import { inAddressRange } from './inAddressRange.ts';
import { stringEquals, stringEqualsIgnoreCase, stringLike } from './stringComparison.ts';
import type { ValuePair } from './valuePair.ts';

/** Operators whose values are joined by NOR, and that are true on an absent key (rules S71 and S77). */
export function isNegated(name: OperatorName): boolean {
  return name.includes('Not');
}

/** Whether one pair of values satisfies an operator other than `Null` (rules S90 to S112). */
export function compareValues(name: OperatorName, pair: ValuePair, scope: ExpansionScope): Truth {
  switch (name) {
    case 'StringEquals':
      return stringEquals(pair, scope);
    case 'StringNotEquals':
      return not(stringEquals(pair, scope));
    case 'StringEqualsIgnoreCase':
      return stringEqualsIgnoreCase(pair, scope);
    case 'StringNotEqualsIgnoreCase':
      return not(stringEqualsIgnoreCase(pair, scope));
    case 'StringLike':
      return stringLike(pair, scope);
    case 'StringNotLike':
      return not(stringLike(pair, scope));
    case 'ArnEquals':
    case 'ArnLike':
      return arnLike(pair, scope); // S109
    case 'ArnNotEquals':
    case 'ArnNotLike':
      return not(arnLike(pair, scope));
    default:
      return truth(comparePlain(name, pair));
  }
}

/** The operators whose values take no variables (rule S115). */
function comparePlain(name: OperatorName, pair: ValuePair): boolean {
  switch (name) {
    case 'Bool':
      return boolEquals(pair);
    case 'BinaryEquals':
      return bytesEqual(pair);
    case 'IpAddress':
      return inAddressRange(pair);
    case 'NotIpAddress':
      return !inAddressRange(pair); // S107: malformed is in no range
    default:
      return name.startsWith('Numeric')
        ? orderHolds(name.slice('Numeric'.length), compareNumbers(pair))
        : orderHolds(name.slice('Date'.length), compareInstants(pair));
  }
}

/** S103: without case on both sides; any other text equals nothing. */
function boolEquals({ request, policy }: ValuePair): boolean {
  const wanted = policy.toLowerCase();
  return (wanted === 'true' || wanted === 'false') && request.toLowerCase() === wanted;
}

/** S94 to S96. `undefined` is malformed text on either side, which satisfies nothing, NotEquals included (S95). */
function orderHolds(relation: string, order: number | undefined): boolean {
  if (order === undefined) return false;
  switch (relation) {
    case 'Equals':
      return order === 0;
    case 'NotEquals':
      return order !== 0;
    case 'LessThan':
      return order < 0;
    case 'LessThanEquals':
      return order <= 0;
    case 'GreaterThan':
      return order > 0;
    case 'GreaterThanEquals':
      return order >= 0;
    default:
      return false;
  }
}
