import type { ConditionDescription } from '@policywright/conditions/engine';
import type { Element, Elements } from './cell.ts';

/**
 * Evaluates values, and keeps one of each kind.
 *
 * @param conditions - the conditions.
 * @param texts - values.
 * @returns one element for each vector of truths, with the first value that has it.
 */
export function realElements(conditions: readonly ConditionDescription[], texts: Iterable<string>): Elements {
  const found = new Map<string, Element>();
  let steps = 0;
  for (const text of new Set(texts)) {
    steps += conditions.length;
    const truths = conditions.map((condition) => condition.truthOfOne(text));
    const key = truths.join('');
    if (!found.has(key)) found.set(key, { truths, text });
  }
  return { outcome: 'elements', elements: [...found.values()], steps };
}

/** A text that is no number, no date, no address, no boolean and no ARN. */
export const UNREADABLE_TEXT = 'other';
