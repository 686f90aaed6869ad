import { quote } from '../text/quote.ts';
import type { JsonNode } from './jsonNode.ts';

/**
 * Names a value for a message: scalars by their text, containers by their kind.
 *
 * @param node - the value.
 * @returns such as `an object`, or the value in backticks.
 */
export function describeNode(node: JsonNode): string {
  switch (node.kind) {
    case 'object':
      return 'an object';
    case 'array':
      return 'an array';
    case 'string':
      return quote(node.value);
    case 'number':
      return quote(node.text);
    case 'boolean':
      return quote(String(node.value));
    case 'null':
      return '`null`';
  }
}

/** The part of a value to show: its opening bracket where it is a container, which may be long. */
export function placeToShow(node: JsonNode): { start: number; end: number } {
  const isContainer = node.kind === 'object' || node.kind === 'array';
  return { start: node.start, end: isContainer ? Math.min(node.start + 1, node.end) : node.end };
}
