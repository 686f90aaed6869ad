import { END } from './confined.ts';
import type { FamilyPattern } from './familyPattern.ts';

/**
 * Joins patterns into one that matches what any of them does, their common beginnings once: the 107 formats of what can be
 * tagged in EC2 all begin alike.
 *
 * @param patterns - patterns whose literals are themselves; at least one.
 * @returns the pattern, the same object for the same list.
 */
export function unionOf(patterns: readonly FamilyPattern[]): FamilyPattern {
  const known = unions.get(patterns);
  if (known !== undefined) return known;
  const root: Node = new Map();
  for (const { codes } of patterns) {
    let node = root;
    for (const code of codes) node = childOf(node, code);
    childOf(node, END);
  }
  const layout: Layout = { codes: [], alternatives: [] };
  layOut(root, layout);
  const made = {
    codes: Int32Array.from(layout.codes),
    alternatives: Int32Array.from(layout.alternatives),
  };
  unions.set(patterns, made);
  return made;
}

const unions = new WeakMap<readonly FamilyPattern[], FamilyPattern>();

/** What can come next, by code. */
type Node = Map<number, Node>;

interface Layout {
  readonly codes: number[];
  readonly alternatives: number[];
}

function childOf(node: Node, code: number): Node {
  const known = node.get(code);
  if (known !== undefined) return known;
  const made: Node = new Map();
  node.set(code, made);
  return made;
}

/** Each code is followed by its first child; an end comes first, so that a star before it is known for a last one. */
function layOut(node: Node, layout: Layout): void {
  const children = [...node].toSorted(([one], [other]) => Number(other === END) - Number(one === END));
  let before = -1;
  for (const [code, child] of children) {
    const at = layout.codes.length;
    if (before >= 0) layout.alternatives[before] = at;
    layout.codes.push(code);
    layout.alternatives.push(-1);
    layOut(child, layout);
    before = at;
  }
}
