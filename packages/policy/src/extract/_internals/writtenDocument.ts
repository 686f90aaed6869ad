import type { JsonArray, JsonMember, JsonNode, JsonObject, JsonString } from '../../json/jsonNode.ts';
import { pointerTo } from '../../json/jsonPointer.ts';

/** A document that a tool writes from what stands elsewhere in a file. */
export interface WrittenDocument {
  readonly node: JsonObject;
  /** For parts of the document, by their pointers: the pointer of what they were written from. */
  readonly places: ReadonlyMap<string, string>;
}

/**
 * The document that a tool puts around statements that stand alone.
 *
 * @param statement - a statement or a list of them.
 * @param pointer - of it in the file.
 */
export function documentAround(statement: JsonNode, pointer: string): WrittenDocument {
  return {
    node: documentOf(statement, statement),
    places: new Map([
      ['', pointer],
      ['/Statement', pointer],
    ]),
  };
}

/** A document of statements, in the place of what they were written from. */
export function documentOf(at: JsonNode, statement: JsonNode): JsonObject {
  return objectAt(at, [
    memberAt(at, 'Version', stringAt(at, '2012-10-17')),
    memberAt(at, 'Statement', statement),
  ]);
}

/**
 * Where a part of a document was written from.
 *
 * @param written - the places of its parts, and of the document itself.
 * @param pointer - of the part, from the document.
 * @returns its pointer in the file: below the nearest part around it whose place is known.
 */
export function placeIn(
  {
    places,
    pointer: base,
  }: { readonly places: ReadonlyMap<string, string> | undefined; readonly pointer: string },
  pointer: string,
): string {
  if (places === undefined) return base + pointer;
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = places.get(at);
    // What was put around the parts has no place of its own.
    if (place !== undefined) return at === '' ? place : place + pointer.slice(at.length);
    if (!at.includes('/')) return base;
  }
}

/**
 * Where a part of a document was before others around it were moved.
 *
 * @param places - of parts that were moved, by their pointers now.
 * @param pointer - of the part now.
 */
export function placeBefore(places: ReadonlyMap<string, string>, pointer: string): string {
  if (places.size === 0) return pointer;
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = places.get(at);
    if (place !== undefined) return place + pointer.slice(at.length);
  }
  return pointer;
}

/** A member that has a name of its own, in the place of another value. */
export function memberAt(at: JsonNode | JsonString, name: string, value: JsonNode): JsonMember {
  return { name: stringAt(at, name), value };
}

/** A string in the place of another value. */
export function stringAt({ start, end }: JsonNode, value: string): JsonString {
  return { kind: 'string', start, end, value };
}

/** An object in the place of another value. */
export function objectAt({ start, end }: JsonNode, members: readonly JsonMember[]): JsonObject {
  return { kind: 'object', start, end, members };
}

/** A list in the place of another value. */
export function arrayAt({ start, end }: JsonNode, items: readonly JsonNode[]): JsonArray {
  return { kind: 'array', start, end, items };
}

/** A list in the place of another value, or what would be its only item. */
export function listOrItemAt(at: JsonNode, items: readonly JsonNode[]): JsonNode {
  const [first, ...others] = items;
  return first === undefined || others.length > 0 ? arrayAt(at, items) : first;
}

/** Adds values to the list of a name. */
export function addTo<Value>(lists: Map<string, Value[]>, name: string, values: Iterable<Value>): void {
  let list = lists.get(name);
  if (list === undefined) lists.set(name, (list = []));
  // Lists can be longer than a call may have arguments.
  for (const value of values) list.push(value);
}

/** Collects the statements of a document, and where each part of them was written from. */
export class StatementWriter {
  readonly #statements: JsonNode[] = [];
  readonly #places = new Map<string, string>();

  get isEmpty(): boolean {
    return this.#statements.length === 0;
  }

  /**
   * Adds a statement.
   *
   * @param statement - the statement.
   * @param places - of its parts, by their pointers from the statement.
   */
  add(statement: JsonNode, places: Iterable<readonly [string, string]>): void {
    const pointer = pointerTo('/Statement', this.#statements.length);
    for (const [part, place] of places) this.#places.set(pointer + part, place);
    this.#statements.push(statement);
  }

  /** The document, in the place of `at`. */
  document(at: JsonNode): WrittenDocument {
    return { node: documentOf(at, arrayAt(at, this.#statements)), places: this.#places };
  }
}
