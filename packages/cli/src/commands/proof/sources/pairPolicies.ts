import { labelOf, type SourcePolicy } from './sourcePolicy.ts';

/** Two versions of a policy, or of all policies of one principal. */
export interface PolicyPair {
  readonly label: string;
  /** None where the policy is new. */
  readonly before: readonly SourcePolicy[];
  /** None where the policy is gone. */
  readonly after: readonly SourcePolicy[];
}

/**
 * Pairs the policies of two versions: those of files of one path by their names, or by their places where they have
 * none; the only one of a file with the only one of the other.
 *
 * @param before - of the old version.
 * @param after - of the new one.
 * @returns first those of the new version in order, then those that are gone.
 */
export function pairPolicies(
  before: readonly SourcePolicy[],
  after: readonly SourcePolicy[],
): readonly PolicyPair[] {
  const counts = [countByFile(before), countByFile(after)];
  const isAlone = ({ source: { key } }: SourcePolicy): boolean =>
    counts.every((count) => count.get(key) === 1);
  const old = new Map(withIds(before, isAlone));
  const pairs = withIds(after, isAlone).map(([id, policy]): PolicyPair => {
    const was = old.get(id);
    old.delete(id);
    return { label: labelOf(policy), before: was === undefined ? [] : [was], after: [policy] };
  });
  return [...pairs, ...[...old.values()].map((was) => ({ label: labelOf(was), before: [was], after: [] }))];
}

function countByFile(policies: readonly SourcePolicy[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { source } of policies) counts.set(source.key, (counts.get(source.key) ?? 0) + 1);
  return counts;
}

function withIds(
  policies: readonly SourcePolicy[],
  isAlone: (policy: SourcePolicy) => boolean,
): readonly (readonly [string, SourcePolicy])[] {
  const seen = new Map<string, number>();
  return policies.map((policy) => {
    const { source, name, pointer } = policy;
    const own = isAlone(policy) ? [] : [name ?? pointer];
    const id = JSON.stringify([source.key, ...own]);
    const nth = seen.get(id) ?? 0;
    seen.set(id, nth + 1);
    return [nth === 0 ? id : `${id}${nth}`, policy];
  });
}
