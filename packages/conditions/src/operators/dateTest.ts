import { FALSE, TRUE } from '../truth.ts';
import { instantFraction, instantSeconds } from '../values/instant.ts';
import type { DateOptions } from '../values/instant.ts';
import { textTest } from './anyOf.ts';
import { accepts } from './order.ts';
import type { OrderMask } from './order.ts';
import { MALFORMED, matchesNothing } from './valueTest.ts';
import type { ValueTest } from './valueTest.ts';

/**
 * Compiles the values of a date operator (S96 to S101): instants are compared, in whatever form they are
 * written, the request's on the left.
 *
 * @param values - The condition's values.
 * @param mask - The outcomes that the operator accepts.
 * @param options - How texts are read that the forms share.
 * @returns The test.
 */
export function dateTest(values: readonly string[], mask: OrderMask, options: DateOptions): ValueTest {
  const limits = values
    .filter((value) => !Number.isNaN(instantSeconds(value, options)))
    .map((value) => ({ seconds: instantSeconds(value, options), fraction: instantFraction(value, options) }));
  const test: ValueTest['test'] = (text) => {
    const seconds = instantSeconds(text, options);
    if (Number.isNaN(seconds)) return MALFORMED;
    for (let index = 0; index < limits.length; index++) {
      const limit = limits[index];
      if (limit === undefined) break;
      const order =
        seconds - limit.seconds || compareFractions(instantFraction(text, options), limit.fraction);
      if (accepts(mask, order)) return TRUE;
    }
    return FALSE;
  };
  return textTest({
    test: limits.length === 0 ? matchesNothing : test,
    cost: 35,
    malformed: values.length - limits.length,
  });
}

/** Fractions have no trailing zeros, so that their order is that of their digits as text. */
function compareFractions(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
