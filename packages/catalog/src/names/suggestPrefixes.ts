import { allServices } from '../_internals/registry.ts';
import { prefixesOf } from '../overlays/prefixAliases.ts';
import { closestNames } from './closestNames.ts';

/** Among prefixes as short as this, letters agree by accident: `efs` is no misspelt `ecs`. */
const SHORTEST_MISSPELT = 4;

/**
 * Suggests prefixes of services for a text that is none: those of the service that it is another name of, or else the
 * nearest.
 *
 * @param text - what somebody wrote: `efs`, `stepfunctions`, `lamda`.
 * @param limit - the most suggestions.
 * @returns the likeliest first; empty where nothing is near.
 */
export function suggestPrefixes(text: string, limit: number = 3): readonly string[] {
  const meant = prefixesOf(text);
  const near = meant.length > 0 ? meant : misspeltPrefixes(text);
  return near.slice(0, limit);
}

/** The prefixes that a text is a misspelling of, the nearest first. */
export function misspeltPrefixes(text: string): readonly string[] {
  if (text.length < SHORTEST_MISSPELT) return [];
  const prefixes = allServices().map(({ prefix }) => prefix);
  return closestNames(text, prefixes, { maxEdits: text.length < 8 ? 1 : 2, limit: 10 });
}
