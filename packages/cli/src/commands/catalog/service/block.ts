import type { Block, Cell } from './page.ts';

/**
 * A block of facts.
 *
 * @param rows - names and values; what is an empty list is left out.
 * @returns one block, or none where nothing is left.
 */
export function facts(...rows: readonly (readonly [name: string, value: Cell])[]): readonly Block[] {
  const known = rows.filter(([, value]) => !Array.isArray(value) || value.length > 0);
  return known.length === 0 ? [] : [{ kind: 'facts', facts: known }];
}

/** A table, or nothing where it has no row. */
export function table(headings: readonly string[], rows: readonly (readonly Cell[])[]): readonly Block[] {
  return rows.length === 0 ? [] : [{ kind: 'table', headings, rows }];
}
