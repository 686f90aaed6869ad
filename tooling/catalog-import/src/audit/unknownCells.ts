import { FEATURE_NAMES, featuresOf, services } from '@policywright/catalog';
import type { ManagedPolicy } from '../managedPolicies.ts';
import { mostUsedServices } from '../mostUsedServices.ts';

/** How many services are looked at apart, as those that people use most. */
export const MOST_USED = 150;

/** How many cells of a feature nobody knows. */
export interface UnknownCells {
  readonly feature: string;
  readonly all: number;
  /** Of the most used services. */
  readonly mostUsed: number;
}

/** Counts the cells that are unknown, by feature. */
export function countUnknownCells(policies: readonly ManagedPolicy[]): readonly UnknownCells[] {
  const used = mostUsedServices(policies, MOST_USED);
  const all = services().map(({ prefix }) => prefix);
  return FEATURE_NAMES.map((feature) => ({
    feature,
    all: all.filter((prefix) => isUnknown(prefix, feature)).length,
    mostUsed: used.filter((prefix) => isUnknown(prefix, feature)).length,
  }));
}

function isUnknown(prefix: string, feature: string): boolean {
  return featuresOf(prefix)?.find((row) => row.feature === feature)?.support === 'unknown';
}
