import { allServices, serviceOf } from '../_internals/registry.ts';
import { coverNames } from '../_internals/coverNames.ts';
import { shortenPatterns } from '../_internals/shortenPatterns.ts';
import { expandActions } from './expandActions.ts';

/** How {@link shrinkActions} chooses patterns. */
export interface ShrinkOptions {
  /**
   * `patterns`, the default: as few patterns as it finds, cut at words where that makes no more of them, so that
   * people can read them.
   * `characters`: of those, each as short as it can be: `ecs:RunT*`.
   */
  readonly prefer?: 'patterns' | 'characters';
}

/**
 * Finds few patterns that match exactly the given actions, among all actions of the catalog.
 *
 * The patterns match the same actions as before: `expandActions` of them gives the same set. Actions that AWS adds
 * later may match too, as they would match any pattern. Finding the fewest is a set cover, which nobody computes in
 * reasonable time; this takes the pattern with the greatest gain again and again, and drops those that became
 * superfluous.
 *
 * @param actions - names or patterns. What matches nothing in the catalog is kept as it is, and so is a pattern with a
 * wildcard in its prefix: IAM does not promise that `s?:GetObject` grants anything (rule S65), so that names in its
 * place would widen a policy.
 * @returns patterns, sorted by code point; `*` alone for every action.
 */
export function shrinkActions(actions: Iterable<string>, options: ShrinkOptions = {}): readonly string[] {
  const { wanted, unknown } = groupByService(actions);
  if (coversEverything(wanted)) return ['*', ...unknown];
  const patterns = [...wanted].flatMap(([prefix, names]) => {
    const all = serviceOf(prefix)?.actionTable.names ?? [];
    const chosen = coverNames(all, names);
    const final = options.prefer === 'characters' ? shortenPatterns(chosen, all, names) : chosen;
    return final.map((pattern) => `${prefix}:${pattern}`);
  });
  return [...patterns, ...unknown].sort();
}

function groupByService(actions: Iterable<string>): {
  wanted: ReadonlyMap<string, ReadonlySet<string>>;
  unknown: readonly string[];
} {
  const wanted = new Map<string, Set<string>>();
  const unknown = new Set<string>();
  for (const action of actions) {
    const known = hasPrefixWildcard(action) ? [] : expandActions(action);
    if (known.length === 0) unknown.add(action);
    for (const fullName of known) {
      const colon = fullName.indexOf(':');
      const prefix = fullName.slice(0, colon);
      const names = wanted.get(prefix) ?? new Set();
      wanted.set(prefix, names.add(fullName.slice(colon + 1)));
    }
  }
  return { wanted, unknown: [...unknown].sort() };
}

function hasPrefixWildcard(pattern: string): boolean {
  const prefix = pattern.slice(0, Math.max(pattern.indexOf(':'), 0));
  return /[*?]/.test(prefix) && !/^\*+:\*+$/.test(pattern);
}

function coversEverything(wanted: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  return allServices().every(
    (service) => wanted.get(service.prefix)?.size === service.actionTable.names.length,
  );
}
