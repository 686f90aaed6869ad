import { locateDeepest, positionAt, type JsonNode } from '@policywright/policy';

/** A text that was read, and the name that people know it by. */
export interface ReadText {
  /** Path of the file, or `<stdin>`. */
  readonly name: string;
  readonly text: string;
  readonly root: JsonNode;
}

/**
 * Says where something stands: `input.json:3:7`.
 *
 * @param read - the text.
 * @param pointer - JSON pointer from its root; of what is not there, the place of what it is missing from.
 */
export function placeIn(read: ReadText, pointer: string): string {
  return placeOfNode(read, locateDeepest(read.root, pointer).node);
}

/**
 * As {@link placeIn}, of what was found already.
 *
 * @param read - the text.
 * @param node - of its tree.
 */
export function placeOfNode({ name, text }: ReadText, { start }: Pick<JsonNode, 'start'>): string {
  const { line, column } = positionAt(text, start);
  return `${name}:${line}:${column}`;
}
