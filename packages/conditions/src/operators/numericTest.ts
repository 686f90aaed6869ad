import { FALSE, TRUE } from '../truth.ts';
import { compareDecimals, parseDecimal, type Decimal } from '../values/decimal.ts';
import { parseShortNumber } from '../values/shortNumber.ts';
import { orElse, otherwiseOf, valueTest } from './anyOf.ts';
import { accepts, type OrderMask } from './order.ts';
import { MALFORMED_POLICY, MALFORMED_REQUEST, type ValueTest, type Verdict } from './valueTest.ts';

interface Limit {
  /** The number when `parseShortNumber` can read it, else NaN. */
  readonly short: number;
  readonly exact: Decimal;
}

/**
 * Compiles the values of a numeric operator (S94, S95): the request value is on the left of the comparison, and
 * numbers are compared exactly, however long.
 *
 * @param values - the condition's values.
 * @param mask - the outcomes that the operator accepts.
 * @returns the test.
 */
export function numericTest(values: readonly string[], mask: OrderMask): ValueTest {
  const limits: Limit[] = [];
  for (const value of values) {
    const exact = parseDecimal(value);
    if (exact !== undefined) limits.push({ short: parseShortNumber(value), exact });
  }
  const otherwise = limits.length < values.length ? MALFORMED_POLICY : FALSE;
  return valueTest({
    test: orElse((text) => compareWithAny(text, limits, mask), otherwise),
    cost: 25,
    describe: () => ({
      theory: 'number',
      mask,
      limits: limits.map(({ exact }) => exact),
      otherwise: otherwiseOf(otherwise),
    }),
  });
}

function compareWithAny(text: string, limits: readonly Limit[], mask: OrderMask): Verdict {
  const short = parseShortNumber(text);
  let exact: Decimal | undefined;
  if (Number.isNaN(short)) {
    exact = parseDecimal(text);
    if (exact === undefined) return MALFORMED_REQUEST;
  }
  for (let index = 0; index < limits.length; index++) {
    const limit = limits[index];
    if (limit === undefined) break;
    let order = short - limit.short;
    if (Number.isNaN(order)) {
      exact ??= parseDecimal(text);
      if (exact === undefined) return MALFORMED_REQUEST;
      order = compareDecimals(exact, limit.exact);
    }
    if (accepts(mask, order)) return TRUE;
  }
  return FALSE;
}
