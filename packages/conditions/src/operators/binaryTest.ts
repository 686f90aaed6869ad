import { FALSE, TRUE } from '../truth.ts';
import { decodeBase64, equalsBase64, isBase64 } from '../values/base64.ts';
import { orElse, valueTest } from './anyOf.ts';
import { MALFORMED_POLICY, MALFORMED_REQUEST, type TestFunction, type ValueTest } from './valueTest.ts';

/**
 * Compiles the values of BinaryEquals: base64 on both sides, compared byte for byte (S104).
 *
 * @param values - the condition's values.
 * @returns the test.
 */
export function binaryTest(values: readonly string[]): ValueTest {
  const contents = values.map(decodeBase64).filter((bytes) => bytes !== undefined);
  const test: TestFunction = (text) => {
    if (!isBase64(text)) return MALFORMED_REQUEST;
    for (let index = 0; index < contents.length; index++) {
      const bytes = contents[index];
      if (bytes !== undefined && equalsBase64(text, bytes)) return TRUE;
    }
    return FALSE;
  };
  const isMalformed = contents.length < values.length;
  return valueTest({
    test: orElse(test, isMalformed ? MALFORMED_POLICY : FALSE),
    cost: 40,
    describe: () => ({ theory: 'opaque' }),
  });
}
