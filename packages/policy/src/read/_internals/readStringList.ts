import { quote } from '../../text/quote.ts';
import type { JsonNode } from '../../json/jsonNode.ts';
import { pointerTo } from '../../json/jsonPointer.ts';
import { describeNode, placeToShow } from '../../json/describeNode.ts';
import type { ReadContext } from './readContext.ts';

interface Place {
  /** The element's name, for messages. */
  readonly name: string;
  readonly pointer: string;
}

/**
 * Reads a string or a list of strings (rule S7), reporting anything else.
 *
 * @returns the strings; what is none is left out.
 */
export function readStringList(context: ReadContext, node: JsonNode, place: Place): readonly string[] {
  if (node.kind === 'string') return [node.value];
  if (node.kind !== 'array') {
    reportWrongType(context, node, { ...place, expected: 'a string or a list of strings' });
    return [];
  }
  const values: string[] = [];
  for (const [index, item] of node.items.entries()) {
    if (item.kind === 'string') values.push(item.value);
    else
      reportWrongType(context, item, {
        ...place,
        pointer: pointerTo(place.pointer, index),
        expected: 'a string',
      });
  }
  return values;
}

/** Calls back for each string of a scalar or list; its pointer is built on demand. */
export function forEachString(
  node: JsonNode,
  pointer: string,
  visit: (item: JsonNode & { kind: 'string' }, pointerOf: () => string) => void,
): void {
  if (node.kind === 'string') visit(node, () => pointer);
  if (node.kind !== 'array') return;
  for (const [index, item] of node.items.entries()) {
    if (item.kind === 'string') visit(item, () => pointerTo(pointer, index));
  }
}

/** Reports a value of the wrong JSON type; `null` has its own code (rule S19). */
export function reportWrongType(
  context: ReadContext,
  node: JsonNode,
  place: Pick<Place, 'pointer'> & {
    readonly name?: string;
    readonly expected: string;
    readonly help?: string;
  },
): void {
  const where = place.name === undefined ? 'as the document' : `in ${quote(place.name)}`;
  context.findings.report({
    code: node.kind === 'null' ? 'null-value' : 'data-type-mismatch',
    message: `found ${describeNode(node)} ${where}, expected ${place.expected}`,
    at: placeToShow(node),
    pointer: place.pointer,
    help: place.help,
  });
}
