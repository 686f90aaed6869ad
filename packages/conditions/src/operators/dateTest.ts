import { FALSE, TRUE } from '../truth.ts';
import type { DateReading } from '../values/dateReading.ts';
import { compareFractions, hasOneReading, instantFraction, instantSeconds } from '../values/instant.ts';
import { orElse, otherwiseOf, valueTest } from './anyOf.ts';
import { accepts, type OrderMask } from './order.ts';
import {
  AMBIGUOUS_DATE,
  MALFORMED_POLICY,
  MALFORMED_REQUEST,
  type TestFunction,
  type ValueTest,
  type Verdict,
} from './valueTest.ts';

/** What the values of a date operator are compiled with. */
export interface DateTestOptions {
  /** The outcomes that the operator accepts. */
  readonly mask: OrderMask;
  /** The ways to read a date, at least one; a comparison on which they differ is undecided. */
  readonly readings: readonly [DateReading, ...DateReading[]];
}

/** A value of the policy under each reading. */
interface Limit {
  /** Seconds since 1970, rounded down. */
  readonly seconds: readonly number[];
  /** The rest, as digits. */
  readonly fractions: readonly string[];
  readonly hasOneReading: boolean;
}

/**
 * Compiles the values of a date operator (S96 to S101): instants are compared, in whatever form they are
 * written, the request's on the left.
 *
 * @param values - the condition's values.
 * @param options - the operator, and how dates are read.
 * @returns the test.
 */
export function dateTest(values: readonly string[], { mask, readings }: DateTestOptions): ValueTest {
  const dates = values.filter((value) => !Number.isNaN(instantSeconds(value, readings[0])));
  const limits = dates.map((value) => limitOf(value, readings));
  const test: TestFunction = (text) => {
    const seconds = instantSeconds(text, readings[0]);
    if (Number.isNaN(seconds)) return MALFORMED_REQUEST;
    const count = hasOneReading(text) ? 1 : readings.length;
    let verdict: Verdict = FALSE;
    for (let index = 0; index < limits.length; index++) {
      const limit = limits[index];
      if (limit === undefined) break;
      const all = limit.hasOneReading ? count : readings.length;
      let accepted = 0;
      for (let at = 0; at < all; at++) {
        const reading = readings[at] ?? readings[0];
        const own = at === 0 ? seconds : instantSeconds(text, reading);
        const order =
          own - (limit.seconds[at] ?? NaN) ||
          compareFractions(instantFraction(text, reading), limit.fractions[at] ?? '');
        if (accepts(mask, order)) accepted++;
      }
      if (accepted === all) return TRUE;
      if (accepted > 0) verdict = AMBIGUOUS_DATE;
    }
    return verdict;
  };
  const otherwise = limits.length < values.length ? MALFORMED_POLICY : FALSE;
  return valueTest({
    test: orElse(test, otherwise),
    cost: 35,
    describe: () => ({ theory: 'date', mask, limits: dates, readings, otherwise: otherwiseOf(otherwise) }),
  });
}

function limitOf(value: string, readings: readonly DateReading[]): Limit {
  return {
    seconds: readings.map((reading) => instantSeconds(value, reading)),
    fractions: readings.map((reading) => instantFraction(value, reading)),
    hasOneReading: hasOneReading(value),
  };
}
