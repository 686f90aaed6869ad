import { STAR } from '@policywright/arn';
import type { ConditionDescription } from '@policywright/conditions/engine';
import { addressTexts } from './addressTexts.ts';
import type { Element, Elements, ElementsAsked } from './cell.ts';
import { dateTexts } from './dateTexts.ts';
import { hasUsualNumbers, numberTexts } from './numberTexts.ts';
import { productOf, type Part } from './productOf.ts';
import { realElements, UNREADABLE_TEXT } from './realElements.ts';
import { textElements } from './textElements.ts';

/** How conditions read a value; `constant` where each value but the empty one is the same to them. */
type Theory = ConditionDescription['values']['theory'] | 'constant';

/**
 * The single values that conditions on a key tell apart, by whatever theories they read it.
 *
 * @param conditions - the conditions.
 * @param asked - of which values, and how far to go.
 * @returns the values.
 */
export function elementsOf(conditions: readonly ConditionDescription[], asked: ElementsAsked): Elements {
  if (asked.filling === 'empty' && asked.facts.texts !== undefined)
    return { outcome: 'elements', elements: [], steps: 0 };
  const byTheory = new Map<Theory, number[]>();
  conditions.forEach((condition, index) => {
    const own = theoryOf(condition);
    // Of which form texts are, only patterns tell.
    const theory = own === 'constant' && asked.facts.texts !== undefined ? 'text' : own;
    byTheory.set(theory, [...(byTheory.get(theory) ?? []), index]);
  });
  const parts: Part[] = [];
  let steps = 0;
  for (const [theory, indexes] of byTheory) {
    const own = indexes.map((index) => conditions[index]).filter((condition) => condition !== undefined);
    const found = elementsBy(theory, own, asked);
    steps += found.steps;
    if (found.outcome === 'limit') return { outcome: 'limit', steps };
    parts.push({ indexes, elements: found.elements });
  }
  return productOf(conditions, parts, steps);
}

function elementsBy(
  theory: Theory,
  conditions: readonly ConditionDescription[],
  asked: ElementsAsked,
): Elements {
  if (theory === 'text') return textElements(conditions, asked);
  if (theory === 'opaque') return opaqueElements(conditions);
  if (asked.filling === 'empty') return realElements(conditions, ['']);
  return realElements(conditions, TEXTS[theory](conditions));
}

const TEXTS: Readonly<
  Record<
    Exclude<Theory, 'text' | 'opaque'>,
    (conditions: readonly ConditionDescription[]) => readonly string[]
  >
> = {
  constant: () => [UNREADABLE_TEXT],
  number: numberTexts,
  date: dateTexts,
  address: addressTexts,
};

function theoryOf(condition: ConditionDescription): Theory {
  const { kind, values } = condition;
  if (kind === 'Null' || kind === 'qualified-null' || kind === 'unknown-operator') return 'constant';
  if (!hasUsualNumbers(condition)) return 'opaque';
  if (values.theory !== 'text') return values.theory;
  const isConstant =
    values.readable === undefined &&
    values.templates.length === 0 &&
    values.matches.every(({ codes }) => codes.length === 1 && codes[0] === STAR);
  return isConstant ? 'constant' : 'text';
}

/** Above so many, their combinations are not gone through. */
const MOST_OPAQUE = 4;

/** What is not taken apart may come out in every way. */
function opaqueElements(conditions: readonly ConditionDescription[]): Elements {
  if (conditions.length > MOST_OPAQUE) return { outcome: 'limit', steps: 0 };
  let elements: readonly Element[] = [{ truths: [] }];
  for (const { truths } of conditions) {
    elements = elements.flatMap((element) =>
      [...new Set(truths)].map((truth) => ({ truths: [...element.truths, truth] })),
    );
  }
  return { outcome: 'elements', elements, steps: elements.length };
}
