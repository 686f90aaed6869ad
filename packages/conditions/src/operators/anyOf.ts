import { FALSE, TRUE, UNDECIDED } from '../truth.ts';
import type { Otherwise } from './valueDescription.ts';
import { matchesNothing, type TestFunction, type ValueTest, type Verdict } from './valueTest.ts';

/** Above so many texts a `Set` beats comparing one by one. */
const FEW = 6;

/**
 * Joins tests of the same request value: it matches when it passes any (S70).
 *
 * @param tests - the tests, cheapest first.
 * @returns their disjunction, with three truth values.
 */
export function anyOf(tests: readonly TestFunction[]): TestFunction {
  const [first, ...others] = tests;
  if (first === undefined) return matchesNothing;
  if (others.length === 0) return first;
  return (text, reader) => {
    let verdict: Verdict = FALSE;
    for (let index = 0; index < tests.length; index++) {
      const one = tests[index]?.(text, reader) ?? FALSE;
      if (one === TRUE) return TRUE;
      if (one !== FALSE) verdict = one;
    }
    return verdict;
  };
}

/**
 * Adds values to a test that never match and of which nothing can be told: they keep a mismatch from being one
 * (S95).
 *
 * @param test - of the other values.
 * @param verdict - why nothing can be told; `FALSE` where there are no such values.
 * @returns the test of all values.
 */
export function orElse(test: TestFunction, verdict: Verdict): TestFunction {
  if (verdict === FALSE) return test;
  return (text, reader) => {
    const one = test(text, reader);
    return one === FALSE ? verdict : one;
  };
}

/**
 * @param verdict - what `orElse` is given.
 * @returns the same for a description, to which the reasons do not matter.
 */
export function otherwiseOf(verdict: Verdict): Otherwise {
  return verdict === FALSE ? FALSE : UNDECIDED;
}

/**
 * Tests for any of some texts, as they stand.
 *
 * @param texts - the texts; must not be empty.
 * @returns the test.
 */
export function equalsAny(texts: readonly string[]): TestFunction {
  const [only] = texts;
  if (texts.length === 1) return (text) => (text === only ? TRUE : FALSE);
  if (texts.length > FEW) {
    const set = new Set(texts);
    return (text) => (set.has(text) ? TRUE : FALSE);
  }
  return (text) => {
    for (let index = 0; index < texts.length; index++) if (texts[index] === text) return TRUE;
    return FALSE;
  };
}

/**
 * Completes a test.
 *
 * @param parts - what differs from a test without variables that something, but not everything, passes.
 * @returns the test.
 */
export function valueTest(
  parts: Pick<ValueTest, 'test' | 'cost' | 'describe'> & Partial<ValueTest>,
): ValueTest {
  return { matchesAll: false, variables: [], ...parts };
}
