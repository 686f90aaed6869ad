import { expandActions, getService } from '@policywright/catalog';
import type { ActionGroup } from './proofApi.ts';

/** A whole service with so few exceptions is told as such. */
const MOST_EXCEPT = 6;

/**
 * Groups actions by service: all of one are `ecs:*`, nearly all of it `ecs:*` with exceptions, else their names.
 *
 * @param patterns - names and patterns, as a finding of the analyzer has them.
 */
export function actionGroups(patterns: readonly string[]): readonly ActionGroup[] {
  const byService = new Map<string, Set<string>>();
  const others: string[] = [];
  for (const pattern of patterns) {
    const names = expandActions(pattern);
    if (names.length === 0) others.push(pattern);
    for (const name of names) {
      const prefix = name.slice(0, name.indexOf(':'));
      const known = byService.get(prefix) ?? new Set();
      byService.set(prefix, known.add(name));
    }
  }
  const groups = [...byService].map(([prefix, names]) => groupOf(prefix, names));
  const unknown = others.length === 0 ? [] : [{ names: others, except: [], count: others.length }];
  return [...groups, ...unknown];
}

function groupOf(prefix: string, names: ReadonlySet<string>): ActionGroup {
  const all = getService(prefix)?.actions ?? [];
  const except = all.map(({ fullName }) => fullName).filter((name) => !names.has(name));
  const isWhole = except.length === 0 || (except.length <= MOST_EXCEPT && names.size > 2 * except.length);
  return isWhole
    ? { names: [`${prefix}:*`], except, count: names.size }
    : { names: [...names].toSorted(), except: [], count: names.size };
}
