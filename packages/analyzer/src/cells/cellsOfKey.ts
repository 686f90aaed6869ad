import type { Truth } from '@policywright/conditions';
import type { ConditionDescription } from '@policywright/conditions/engine';
import type { Element, KeyCell, KeyCells, KeyQuestion } from './cell.ts';
import { elementsOf } from './elementsOf.ts';
import { severalValues } from './severalValues.ts';

/** The most cells where the caller says nothing. */
const MOST_CELLS = 4096;

/**
 * Divides the values of a context key, absence among them, by what conditions make of them (INVARIANT 22).
 *
 * Conditions with policy variables make cells without witness, wherever a variable may decide.
 *
 * @param question - the conditions, and which values there are.
 * @returns the cells, one of each kind: first those of fewest values.
 */
export function cellsOfKey({ conditions, facts, limits }: KeyQuestion): KeyCells {
  const cells = new Map<string, KeyCell>();
  const absent = { truths: conditions.map((condition) => condition.absent), witness: { values: undefined } };
  if (facts.presence !== 'always') add(cells, absent);
  if (facts.presence === 'never') return { outcome: 'cells', cells: [...cells.values()], steps: 1 };
  const filled = elementsOf(conditions, { filling: 'filled', facts, limits });
  if (filled.outcome === 'limit') return filled;
  const empty = elementsOf(conditions, { filling: 'empty', facts, limits });
  let steps = filled.steps + empty.steps;
  if (empty.outcome === 'limit') return { outcome: 'limit', steps };
  if (facts.values !== 'several') {
    for (const element of filled.elements) add(cells, cellOf(element.truths, element));
    for (const element of empty.elements) add(cells, cellOf(ofEmpty(conditions, element), element));
  }
  if (facts.values !== 'single') {
    const single = { filled: filled.elements, empty: empty.elements };
    const several = severalValues(conditions, single, limits.cells ?? MOST_CELLS);
    steps += several.steps;
    if (several.outcome === 'limit') return { outcome: 'limit', steps };
    // S80, S83: an empty list is to conditions what absence is.
    if (facts.presence === 'sometimes') add(cells, { ...absent, witness: { values: [] } });
    for (const cell of several.cells) add(cells, cell);
  }
  return { outcome: 'cells', cells: [...cells.values()], steps };
}

/** Of two cells of a kind, one with a witness is kept, and of two such the first. */
function add(cells: Map<string, KeyCell>, cell: KeyCell): void {
  const key = cell.truths.join('');
  const known = cells.get(key);
  if (known === undefined || (known.witness === undefined && cell.witness !== undefined))
    cells.set(key, cell);
}

function cellOf(truths: readonly Truth[], { text }: Element): KeyCell {
  return text === undefined ? { truths } : { truths, witness: { values: text } };
}

/** S83, S86: an empty value alone is no value to `ForAllValues`, which then holds. */
function ofEmpty(conditions: readonly ConditionDescription[], { truths }: Element): readonly Truth[] {
  return conditions.map(({ kind }, index) => (kind === 'ForAllValues' ? 1 : (truths[index] ?? 2)));
}
