import { OPEN_BRACKET, CLOSE_BRACKET } from '../../../json/_internals/codes.ts';
import type { PlainText } from './plainText.ts';

/**
 * Reads a value, or a list of at least one.
 *
 * @param source - the place.
 * @param readItem - reads one value; `undefined` where it is not plain.
 * @returns the values, or `undefined` where one is not plain.
 */
export function readPlainList(
  source: PlainText,
  readItem: (source: PlainText) => string | undefined,
): readonly string[] | undefined {
  if (source.next() !== OPEN_BRACKET) {
    const only = readItem(source);
    return only === undefined ? undefined : [only];
  }
  source.pos += 1;
  const { scratch } = source;
  let count = 0;
  do {
    const item = readItem(source);
    if (item === undefined) return undefined;
    scratch[count] = item;
    count += 1;
  } while (source.takeComma());
  return source.take(CLOSE_BRACKET) ? scratch.slice(0, count) : undefined;
}
