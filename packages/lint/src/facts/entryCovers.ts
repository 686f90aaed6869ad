import type { ActionFacts } from './actionFacts.ts';
import type { ListEntry } from './listEntry.ts';
import { patternCovers } from './patternCovers.ts';
import type { Budget } from './patternCovers.ts';
import type { ResourceFacts } from './resourceFacts.ts';

/** Whether an entry of `Action` takes in whatever another matches; `false` also where that is too costly to tell. */
export function actionCovers(wide: ActionFacts, narrow: ActionFacts, budget: Budget): boolean {
  if (wide.isEverything || wide.lower === narrow.lower) return true;
  // The whole texts are compared, which is right where the services are the same.
  if (wide.prefix !== narrow.prefix) return false;
  return narrow.hasWildcard ? patternCovers(wide, narrow, budget) : wide.matches(narrow.text);
}

/**
 * Whether an entry of `Resource` takes in whatever another matches; `false` also where that is too costly to tell. A
 * pattern with a variable covers nothing but itself for certain; a variable of the narrow one is widened, which only makes
 * the proof harder.
 */
export function resourceCovers(wide: ResourceFacts, narrow: ResourceFacts, budget: Budget): boolean {
  if (wide.text === narrow.text || wide.isEverything) return true;
  return !wide.hasVariable && patternCovers(wide, narrow, budget);
}

/** Whether an entry of a list has no effect beside another one: of two that cover each other, the first stays. */
export function isIdleBeside<Facts>(
  narrow: ListEntry<Facts>,
  wide: ListEntry<Facts>,
  covers: (wide: Facts, narrow: Facts) => boolean,
): boolean {
  if (wide === narrow || !covers(wide.facts, narrow.facts)) return false;
  return wide.index < narrow.index || !covers(narrow.facts, wide.facts);
}
