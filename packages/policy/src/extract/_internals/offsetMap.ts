import { QUOTE, BACKSLASH } from '../../json/_internals/codes.ts';
import type { JsonNode, JsonString } from '../../json/jsonNode.ts';

/** Where the parts of a text stand in the text around it. */
export interface OffsetMap {
  /** The place of an offset where something begins. */
  readonly start: (offset: number) => number;
  /** The place of an offset where something ends. */
  readonly end: (offset: number) => number;
}

const APOSTROPHE = 0x27;

/**
 * Maps the offsets of a string's value to the text that it was read from.
 *
 * Exact for JSON strings, and for YAML scalars that are written in the characters of their value, white space and
 * doubled quotation marks aside: plain, quoted and block scalars. Of any other the whole is the place of each part.
 *
 * @param text - the whole text.
 * @param node - the string in it.
 */
export function mapInto(text: string, { start, end, value }: JsonString): OffsetMap {
  const offsets = fromJsonString(text, { start, end, value }) ?? fromScalar(text, { start, end, value });
  if (offsets === undefined) return { start: () => start, end: () => end };
  const at = (offset: number): number => offsets[Math.min(offset, offsets.length - 1)] ?? end;
  return { start: at, end: at };
}

/** The same tree, each value in its place in the text around. */
export function relocate(node: JsonNode, map: OffsetMap): JsonNode {
  const place = { start: map.start(node.start), end: map.end(node.end) };
  switch (node.kind) {
    case 'array':
      return { ...node, ...place, items: node.items.map((item) => relocate(item, map)) };
    case 'object':
      return {
        ...node,
        ...place,
        members: node.members.map(({ name, value }) => ({
          name: { ...name, start: map.start(name.start), end: map.end(name.end) },
          value: relocate(value, map),
        })),
      };
    default:
      return { ...node, ...place };
  }
}

interface Scalar {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** The place of each UTF-16 unit and of the end, or `undefined` where the text is no JSON string of this value. */
function fromJsonString(text: string, { start, end, value }: Scalar): Int32Array | undefined {
  if (text.charCodeAt(start) !== QUOTE) return undefined;
  const offsets = new Int32Array(value.length + 1);
  let place = start + 1;
  for (let index = 0; index < value.length; index += 1) {
    offsets[index] = place;
    const code = text.charCodeAt(place);
    if (code !== BACKSLASH) {
      if (code !== value.charCodeAt(index)) return undefined;
      place += 1;
    } else {
      // The parser has read the escapes; only their length matters.
      place += text.charAt(place + 1) === 'u' ? 6 : 2;
    }
  }
  offsets[value.length] = place;
  return place === end - 1 && text.charCodeAt(place) === QUOTE ? offsets : undefined;
}

function fromScalar(text: string, { start, end, value }: Scalar): Int32Array | undefined {
  const offsets = new Int32Array(value.length + 1);
  let place = start;
  for (let index = 0; index < value.length; index += 1) {
    const code = value.charCodeAt(index);
    while (place < end && !isSame(text.charCodeAt(place), code)) {
      if (!isSkipped(text.charCodeAt(place), place === start)) return undefined;
      place += 1;
    }
    if (place >= end) return undefined;
    offsets[index] = place;
    place += 1;
  }
  offsets[value.length] = place;
  return offsets;
}

/** Folding makes a space of a line end. */
function isSame(written: number, meant: number): boolean {
  return written === meant || (meant === 0x20 && written === 0x0a);
}

/** Indentation, line ends, the quotation marks of YAML, and the head of a block scalar. */
function isSkipped(code: number, isFirst: boolean): boolean {
  const isWhite = code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
  return isWhite || code === APOSTROPHE || (isFirst && (code === QUOTE || code === 0x7c || code === 0x3e));
}
