import { FALSE, TRUE } from '../truth.ts';
import { decodeBase64, equalsBase64, isBase64 } from '../values/base64.ts';
import { textTest } from './anyOf.ts';
import { MALFORMED, matchesNothing } from './valueTest.ts';
import type { ValueTest } from './valueTest.ts';

/**
 * Compiles the values of BinaryEquals: base64 on both sides, compared byte for byte (S104).
 *
 * @param values - The condition's values.
 * @returns The test.
 */
export function binaryTest(values: readonly string[]): ValueTest {
  const contents = values.map(decodeBase64).filter((bytes) => bytes !== undefined);
  const test: ValueTest['test'] = (text) => {
    if (!isBase64(text)) return MALFORMED;
    for (let index = 0; index < contents.length; index++) {
      const bytes = contents[index];
      if (bytes !== undefined && equalsBase64(text, bytes)) return TRUE;
    }
    return FALSE;
  };
  return textTest({
    test: contents.length === 0 ? matchesNothing : test,
    cost: 40,
    malformed: values.length - contents.length,
  });
}
