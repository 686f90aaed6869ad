import type { Truth } from '@policywright/conditions';
import type { ConditionDescription } from '@policywright/conditions/engine';
import type { Element, KeyCell, KeyCells } from './cell.ts';

/** What one value can be. */
export interface SingleValues {
  readonly filled: readonly Element[];
  /** What the empty text can be. */
  readonly empty: readonly Element[];
}

/**
 * The cells of lists of values that are not empty lists. What a list is to a condition follows from its values, one by one
 * (S83 to S87): so that lists are made longer until nothing new comes of it. Lists of nothing but empty texts are apart.
 *
 * @param conditions - the conditions.
 * @param values - what one value can be.
 * @param most - the most cells.
 * @returns the cells.
 */
export function severalValues(
  conditions: readonly ConditionDescription[],
  { filled, empty }: SingleValues,
  most: number,
): KeyCells {
  const lists = new Map<string, KeyCell>();
  let steps = 0;
  // First what there is, so that it is found by its shortest list; then what may be.
  for (const elements of [withText([...filled, ...empty]), [...filled, ...empty]]) {
    for (const element of elements) if (filled.includes(element)) keep(lists, listOf(conditions, element));
    let last: readonly KeyCell[] = [...lists.values()];
    while (last.length > 0) {
      const next: KeyCell[] = [];
      for (const cell of last) {
        for (const element of elements) {
          steps += conditions.length;
          const longer = joined(conditions, cell, listOf(conditions, element));
          if (keep(lists, longer)) next.push(longer);
          if (lists.size > most) return { outcome: 'limit', steps };
        }
      }
      last = next;
    }
  }
  const onlyEmpty = empty.map((element) => onlyEmptyList(conditions, element));
  return { outcome: 'cells', cells: [...onlyEmpty, ...lists.values()], steps };
}

function withText(elements: readonly Element[]): readonly Element[] {
  return elements.filter(({ text }) => text !== undefined);
}

function keep(cells: Map<string, KeyCell>, cell: KeyCell): boolean {
  const key = cell.truths.join('');
  if (cells.has(key)) return false;
  cells.set(key, cell);
  return true;
}

/** A list of one value, of which an empty one counts like others, since it will not be alone. */
function listOf(conditions: readonly ConditionDescription[], { truths, text }: Element): KeyCell {
  const own = conditions.map((condition, index) => truthInList(condition, truths[index] ?? 2));
  return text === undefined ? { truths: own } : { truths: own, witness: { values: [text] } };
}

function truthInList({ kind, truths, multivalued }: ConditionDescription, truth: Truth): Truth {
  if (kind === 'Null') return truths[1];
  if (kind !== 'single' || multivalued === 'ForAnyValue') return truth;
  return multivalued === 'never' ? 0 : 2;
}

function onlyEmptyList(conditions: readonly ConditionDescription[], element: Element): KeyCell {
  const cell = listOf(conditions, element);
  const truths = conditions.map(({ kind, truths: [, , open] }, index) =>
    kind === 'ForAllValues' ? 1 : kind === 'Null' ? open : (cell.truths[index] ?? 2),
  );
  return { ...cell, truths };
}

/** What holds for all values fails with one, what holds for any holds with one; of the rest the length changes nothing. */
function joined(conditions: readonly ConditionDescription[], one: KeyCell, other: KeyCell): KeyCell {
  const truths = conditions.map(({ kind }, index): Truth => {
    const pair = [one.truths[index] ?? 2, other.truths[index] ?? 2] as const;
    const settling = kind === 'ForAllValues' ? 0 : 1;
    return pair.includes(settling) ? settling : pair.includes(2) ? 2 : pair[0];
  });
  if (one.witness === undefined || other.witness === undefined) return { truths };
  return { truths, witness: { values: [...(one.witness.values ?? []), ...(other.witness.values ?? [])] } };
}
