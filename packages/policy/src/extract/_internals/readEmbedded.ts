import type { JsonNode, JsonString } from '../../json/jsonNode.ts';
import { parseJson } from '../../json/parseJson.ts';
import { decodePercent } from './decodePercent.ts';
import { mapInto, relocate, type OffsetMap } from './offsetMap.ts';

const MAY_BE_JSON = /^\s*\{/;
const MAY_BE_ENCODED = /^\s*%7B/i;

/**
 * Reads the JSON in a string, as Terraform plans and answers of AWS hold policy documents, percent-encoded or not.
 *
 * @param text - the whole text, or `undefined` where the string is not written in it as it stands.
 * @param node - the string.
 * @param isHeld - whether nothing but a policy can stand there.
 * @returns the tree with the places of its parts in the whole text; the string itself where it seems to be a
 * policy but has mistakes, `undefined` where it seems to be none.
 */
export function readEmbedded(
  text: string | undefined,
  node: JsonString,
  isHeld = false,
): JsonNode | undefined {
  const { value } = node;
  if (!isHeld && !value.includes('Statement')) return undefined;
  const unreadable = (content: string): JsonString | undefined =>
    isHeld || content.includes('"Effect"') ? node : undefined;
  const whole: OffsetMap = { start: () => node.start, end: () => node.end };
  const outer = (): OffsetMap => (text === undefined ? whole : mapInto(text, node));
  const isEncoded = MAY_BE_ENCODED.test(value);
  if (MAY_BE_JSON.test(value) || (isHeld && !isEncoded)) {
    const inner = parseJson(value).node;
    return inner === undefined ? unreadable(value) : relocate(inner, outer());
  }
  if (!isEncoded) return undefined;
  const decoded = decodePercent(value);
  if (decoded === undefined) return node;
  const inner = parseJson(decoded.text).node;
  if (inner === undefined) return unreadable(decoded.text);
  const map = outer();
  const at = (offset: number): number => decoded.offsets[offset] ?? value.length;
  return relocate(inner, { start: (offset) => map.start(at(offset)), end: (offset) => map.end(at(offset)) });
}
