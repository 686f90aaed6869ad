import type { FamilyPattern } from '@policywright/arn/engine';
import type { ContextReader } from '../context/contextReader.ts';
import { FALSE, TRUE } from '../truth.ts';
import { readBoolean } from '../values/readBoolean.ts';
import { anyOf, orElse, otherwiseOf, valueTest } from './anyOf.ts';
import { Concatenation } from './concatenation.ts';
import { literalPattern } from './literalPattern.ts';
import { constantText, piecesOf, type TextOptions } from './textPattern.ts';
import { textDescription, type Otherwise, type ValueDescription } from './valueDescription.ts';
import {
  MALFORMED_POLICY,
  MALFORMED_REQUEST,
  type TestFunction,
  type ValueTest,
  type Verdict,
} from './valueTest.ts';

/**
 * Compiles the values of Bool (S102, S103).
 *
 * @param values - the condition's values.
 * @param options - keys, and whether variables are replaced, which is open (S115): otherwise a value with one is
 * no boolean.
 * @returns the test.
 */
export function boolTest(values: readonly string[], options: TextOptions): ValueTest {
  const tests: TestFunction[] = [];
  const concatenations: Concatenation[] = [];
  const bools: boolean[] = [];
  let otherwise: Verdict = FALSE;
  for (const value of values) {
    const pieces = piecesOf(value, options);
    const constant = constantText(pieces);
    const bool = constant === undefined ? undefined : readBoolean(constant);
    if (bool !== undefined) {
      bools.push(bool);
      tests.push((text) => (readBoolean(text) === bool ? TRUE : FALSE));
    } else if (constant === undefined) {
      const concatenation = new Concatenation(pieces, { keys: options.keys, ignoreCase: true });
      concatenations.push(concatenation);
      tests.push((text, reader) => compareBool(concatenation, text, reader));
    } else {
      otherwise = MALFORMED_POLICY;
    }
  }
  const matches = orElse(anyOf(tests), otherwise);
  return valueTest({
    test: (text, reader) => (readBoolean(text) === undefined ? MALFORMED_REQUEST : matches(text, reader)),
    cost: 8 + 20 * concatenations.length,
    variables: concatenations.flatMap((one) => one.variables),
    describe: () => {
      return concatenations.length > 0 ? { theory: 'opaque' } : descriptionOf(bools, otherwiseOf(otherwise));
    },
  });
}

function descriptionOf(bools: readonly boolean[], otherwise: Otherwise): ValueDescription {
  const patternsOf = (list: readonly boolean[]): readonly FamilyPattern[] =>
    list.map((bool) => literalPattern(String(bool), true));
  return textDescription({ matches: patternsOf(bools), readable: patternsOf([true, false]), otherwise });
}

/** What a variable stands for may be the other boolean, no boolean, or nothing, which no value equals (S120). */
function compareBool(concatenation: Concatenation, text: string, reader: ContextReader): Verdict {
  const verdict = concatenation.test(text, reader);
  if (verdict !== FALSE || concatenation.isUnresolved(reader)) return verdict;
  const other = readBoolean(text) === true ? 'false' : 'true';
  return concatenation.test(other, reader) === TRUE ? FALSE : MALFORMED_POLICY;
}
