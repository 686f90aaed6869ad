import type { Explanation } from '@policywright/evaluator';
import { printable } from '../terminal/printable.ts';

/**
 * Copies an explanation with the control characters of all its texts escaped: they come from a file that may
 * be anybody's, and must not steer the terminal or forge a verdict.
 *
 * @param explanation - any.
 */
export function printableExplanation(explanation: Explanation): Explanation {
  return mapTexts(explanation);
}

/** Reads getters too, so that the copy is whole. */
function mapTexts<Value>(value: Value): Value;
function mapTexts(value: unknown): unknown {
  if (typeof value === 'string') return printable(value);
  if (Array.isArray(value)) return value.map((item: unknown) => mapTexts(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mapTexts<unknown>(member)]));
}
