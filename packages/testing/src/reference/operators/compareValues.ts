import type { OperatorName } from '@policywright/policy';
import { not, truth, type Truth } from '../truth.ts';
import { expand, type ExpansionScope } from '../variables.ts';
import { arnLike } from './arnLike.ts';
import { bytesEqual } from './bytesEqual.ts';
import { compareInstants, DATE_READINGS } from './compareInstants.ts';
import { compareNumbers } from './compareNumbers.ts';
import { inAddressRange } from './inAddressRange.ts';
import { readBool } from './readBool.ts';
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
    case 'NotIpAddress':
      return not(plainTruth(inAddressRange(pair)));
    case 'IpAddress':
      return plainTruth(inAddressRange(pair));
    case 'Bool':
      return boolHolds(pair, scope);
    case 'BinaryEquals':
      return plainTruth(bytesEqual(pair));
    default:
      return name.startsWith('Numeric')
        ? orderTruth(name.slice('Numeric'.length), compareNumbers(pair))
        : dateTruth(name.slice('Date'.length), pair, scope);
  }
}

/** `undefined` is malformed text on either side, with which nothing can be told (S95, S98, S103, S104, S107). */
function plainTruth(holds: boolean | undefined): Truth {
  return holds === undefined ? 'undecided' : truth(holds);
}

/** S115: whether the value is one of the request's, where that reading is chosen. */
function boolHolds(pair: ValuePair, scope: ExpansionScope): Truth {
  if (scope.readings?.boolVariables !== 'true') return plainTruth(boolEquals(pair));
  const { status, pieces } = expand(pair.policy, scope);
  if (status === 'unresolved') return readBool(pair.request) === undefined ? 'undecided' : 'false'; // S120
  if (status === 'undecided') return 'undecided';
  return plainTruth(boolEquals({ ...pair, policy: pieces.map(({ text }) => text).join('') }));
}

/** S103; a variable is text, which is no boolean (S115). */
function boolEquals({ request, policy }: ValuePair): boolean | undefined {
  const [given, wanted] = [readBool(request), readBool(policy)];
  return given === undefined || wanted === undefined ? undefined : given === wanted;
}

/** S99 and S100: undecided where two ways to read a date differ in what follows. */
function dateTruth(relation: string, pair: ValuePair, { readings }: ExpansionScope): Truth {
  const { fourDigitDate = 'undecided', epochMilliseconds = 'undecided' } = readings ?? {};
  const chosen = DATE_READINGS.filter(
    ({ fourDigits, long }) =>
      (fourDigitDate === 'undecided' || fourDigits === fourDigitDate) &&
      (epochMilliseconds === 'undecided' || (long === 'milliseconds') === (epochMilliseconds === 'true')),
  );
  const truths = chosen.map((reading) => orderTruth(relation, compareInstants(pair, reading)));
  const [first = 'undecided'] = truths;
  return truths.every((one) => one === first) ? first : 'undecided';
}

/** S94 to S96. */
function orderTruth(relation: string, order: number | undefined): Truth {
  return order === undefined ? 'undecided' : truth(orderHolds(relation, order));
}

function orderHolds(relation: string, order: number): boolean {
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
