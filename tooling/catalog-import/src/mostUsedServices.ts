import { getService } from '@policywright/catalog';
import { namedPrefixes, type ManagedPolicy } from './managedPolicies.ts';

/**
 * The services that AWS managed policies name most often: what people use most, as far as data at hand tells.
 *
 * @param count - how many to list.
 * @returns prefixes of the catalog, the most used first; those with as many policies by name.
 */
export function mostUsedServices(policies: readonly ManagedPolicy[], count: number): readonly string[] {
  const uses = new Map<string, number>();
  for (const policy of policies) {
    for (const prefix of namedPrefixes(policy)) uses.set(prefix, (uses.get(prefix) ?? 0) + 1);
  }
  return [...uses]
    .filter(([prefix]) => getService(prefix) !== undefined)
    .sort(([a, often], [b, seldom]) => seldom - often || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([prefix]) => prefix);
}
