import { subsumes } from '@policywright/arn';
import type { Matcher } from '@policywright/arn';
import { LIMITS } from '../data/limits.ts';

/** A compiled pattern with a text that it matches, where one was found. */
export interface Pattern {
  readonly matcher: Matcher;
  readonly example: string | undefined;
}

/**
 * Finds a text that a pattern matches: its own, with nothing in the place of stars.
 *
 * @param text - the text of the pattern.
 */
export function exampleOf(matcher: Matcher, text: string): string | undefined {
  const example = text.replaceAll('*', '').replaceAll('?', 'x');
  return matcher.matches(example) ? example : undefined;
}

/** How many pairs of patterns a rule may still look at in a document, and how many compare in full. */
export interface Budget {
  glances: number;
  left: number;
}

/** Whether a rule may look at another pair of patterns. */
export function glance(budget: Budget): boolean {
  budget.glances -= 1;
  return budget.glances >= 0 && budget.left >= 0;
}

/** The first item that passes, while the rule may look at pairs; behind that it would be a walk for nothing. */
export function findWithin<Item>(
  items: readonly Item[],
  budget: Budget,
  passes: (item: Item) => boolean,
): Item | undefined {
  for (const item of items) {
    if (!glance(budget)) return undefined;
    if (passes(item)) return item;
  }
  return undefined;
}

/** A budget for one rule in one document. */
export function newBudget(): Budget {
  return { glances: LIMITS.glances, left: LIMITS.comparisons };
}

/**
 * Whether every text that matches a narrow pattern also matches a wide one; `false` also where that is too costly
 * to tell.
 *
 * Most pairs differ in what stands in front of the first wildcard or behind the last, or in an example, which is
 * quick to see.
 * A pattern with one star covers whatever has its head and its tail and is long enough for both.
 */
export function patternCovers(
  { matcher: wide }: Pattern,
  { matcher: narrow, example }: Pattern,
  budget: Budget,
): boolean {
  if (wide.kind === 'any') return true;
  if (wide.literal !== undefined) return wide.literal === narrow.literal;
  // A literal has itself for head and tail.
  if (!narrow.prefix.startsWith(wide.prefix) || !narrow.suffix.endsWith(wide.suffix)) return false;
  if (narrow.literal !== undefined) return wide.matches(narrow.literal);
  if (wide.kind !== 'general' && narrow.minLength >= wide.minLength) return true;
  if (example !== undefined && !wide.matches(example)) return false;
  if (budget.left-- <= 0) return false;
  return subsumes(wide, narrow, { limit: LIMITS.steps }).verdict === 'yes';
}
