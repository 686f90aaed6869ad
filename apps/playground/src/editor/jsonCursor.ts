import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

/** A string of a JSON text and where in the document it stands. */
export interface JsonCursor {
  /** Names of the members around it, from the root: `['Statement', 'Condition', 'StringEquals']`. */
  readonly path: readonly string[];
  /** It is the name of a member, whose own name is not in `path`. */
  readonly isName: boolean;
  /** Its text without quotes, escapes as written. */
  readonly text: string;
  /** The text without quotes. */
  readonly from: number;
  readonly to: number;
  /** The innermost statement around it, if there is one. */
  readonly statement: SyntaxNode | undefined;
}

/** Finds the string at a position; nothing where there is none. */
export function cursorAt(state: EditorState, position: number): JsonCursor | undefined {
  const node = syntaxTree(state).resolveInner(position, -1);
  if (node.name !== 'String' && node.name !== 'PropertyName') return undefined;
  const raw = state.sliceDoc(node.from, node.to);
  const isClosed = raw.length > 1 && raw.endsWith('"');
  const isName = node.name === 'PropertyName';
  const path: string[] = [];
  let statement: SyntaxNode | undefined;
  // The name of a member belongs to its object, not to itself.
  for (
    let at: SyntaxNode | null = isName ? (node.parent?.parent ?? null) : node;
    at !== null;
    at = at.parent
  ) {
    if (at.name === 'Property') {
      const name = nameOf(state, at);
      path.unshift(name);
    } else if (at.name === 'Object' && statement === undefined && isStatement(state, at)) statement = at;
  }
  return {
    path,
    isName,
    text: raw.slice(1, isClosed ? -1 : undefined),
    from: node.from + 1,
    to: node.to - (isClosed ? 1 : 0),
    statement,
  };
}

function nameOf(state: EditorState, property: SyntaxNode): string {
  const name = property.getChild('PropertyName');
  return name === null ? '' : state.sliceDoc(name.from + 1, name.to - 1);
}

function isStatement(state: EditorState, object: SyntaxNode): boolean {
  for (let at = object.parent; at !== null; at = at.parent)
    if (at.name === 'Property') return nameOf(state, at) === 'Statement';
  return false;
}

/** The texts of a member of a statement, whether one or a list: its actions, for example. */
export function textsOf(
  state: EditorState,
  statement: SyntaxNode | undefined,
  names: readonly string[],
): readonly string[] {
  const texts: string[] = [];
  for (const property of statement?.getChildren('Property') ?? []) {
    if (!names.includes(nameOf(state, property))) continue;
    const value = property.lastChild;
    const strings =
      value?.name === 'Array' ? value.getChildren('String') : value?.name === 'String' ? [value] : [];
    for (const { from, to } of strings) texts.push(state.sliceDoc(from + 1, to - 1));
  }
  return texts;
}
