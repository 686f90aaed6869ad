import type { Truth } from '@policywright/conditions';
import type { ConditionDescription } from '@policywright/conditions/engine';
import type { Element, Elements } from './cell.ts';
import { realElements } from './realElements.ts';

/** What one theory found of the conditions that it reads. */
export interface Part {
  /** The numbers of the conditions. */
  readonly indexes: readonly number[];
  readonly elements: readonly Element[];
}

/** The most combinations. */
const MOST_ELEMENTS = 4096;

/**
 * Brings together what theories found apart. A value has some truths by each of them, so that all combinations cover all
 * values; of which there are values is found by evaluating those that the theories know.
 *
 * @param conditions - all conditions.
 * @param parts - what each theory found; each condition is in one part.
 * @param steps - the steps so far.
 * @returns the combinations, one of each kind.
 */
export function productOf(
  conditions: readonly ConditionDescription[],
  parts: readonly Part[],
  steps: number,
): Elements {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined)
    return { outcome: 'elements', elements: only.elements, steps };
  const size = parts.reduce((product, { elements }) => product * elements.length, 1);
  if (size > MOST_ELEMENTS) return { outcome: 'limit', steps };
  let combined: readonly (readonly Truth[])[] = [[]];
  for (const { indexes, elements } of parts) {
    combined = combined.flatMap((before) => elements.map(({ truths }) => placed(before, indexes, truths)));
  }
  const texts = parts.flatMap(({ elements }) =>
    elements.flatMap(({ text }) => (text === undefined ? [] : [text])),
  );
  const found = new Map<string, Element>();
  // A value with policy variables is not evaluated: what they stand for is not known.
  if (conditions.every(({ variables }) => variables.length === 0)) {
    const real = realElements(conditions, texts);
    if (real.outcome === 'elements') for (const one of real.elements) found.set(one.truths.join(''), one);
  }
  for (const truths of combined) {
    const key = truths.join('');
    if (!found.has(key)) found.set(key, { truths });
  }
  return { outcome: 'elements', elements: [...found.values()], steps: steps + size };
}

function placed(
  before: readonly Truth[],
  indexes: readonly number[],
  truths: readonly Truth[],
): readonly Truth[] {
  const all = [...before];
  indexes.forEach((index, at) => {
    all[index] = truths[at] ?? 2;
  });
  return all;
}
