import { measurePolicy, printJson, type ExtractedPolicy, type PolicyHolder } from '@policywright/policy';
import { withoutUnknown } from './knownParts.ts';

/** How much room a policy takes beside the other inline policies of its holder. */
export interface InlineUse {
  readonly kind: PolicyHolder['kind'];
  /** What the file calls the holder, if it does. */
  readonly name: string | undefined;
  /** How many inline policies the holder has in the file. */
  readonly policies: number;
  /** The size of those that come before this one, in characters without white space. */
  readonly before: number;
  /** The size of all. */
  readonly total: number;
}

interface Group {
  readonly kind: PolicyHolder['kind'];
  readonly name: string | undefined;
  readonly policies: Set<ExtractedPolicy>;
}

/**
 * Counts the inline policies of a file by their holders, since all those of one user, group or role share one quota
 * (rule S36).
 *
 * @param policies - all policies of the file.
 * @returns what each inline policy is part of, by policy, for `lintNode`; others have no entry.
 */
export function inlineUses(
  policies: readonly ExtractedPolicy[],
): ReadonlyMap<ExtractedPolicy, readonly InlineUse[]> {
  const uses = new Map<ExtractedPolicy, InlineUse[]>();
  const sizes = new Map<ExtractedPolicy, number>();
  for (const policy of policies) if (policy.holders.length > 0) sizes.set(policy, sizeOf(policy));
  for (const { kind, name, policies: held } of groupsOf(policies)) {
    const total = [...held].reduce((sum, policy) => sum + (sizes.get(policy) ?? 0), 0);
    let before = 0;
    for (const policy of held) {
      const known = uses.get(policy) ?? [];
      known.push({ kind, name, policies: held.size, before, total });
      uses.set(policy, known);
      before += sizes.get(policy) ?? 0;
    }
  }
  return uses;
}

/** White space does not count, so that it does not matter how the document is printed. */
function sizeOf({ node }: ExtractedPolicy): number {
  const [size] = measurePolicy(withoutUnknown(printJson(node, 0)), { type: 'identity', inlineOf: 'role' });
  return size?.used ?? 0;
}

function groupsOf(policies: readonly ExtractedPolicy[]): readonly Group[] {
  const groups: Group[] = [];
  const byName = new Map<string, Group>();
  const groupOf = ({ kind, names }: PolicyHolder): Group => {
    const keys = names.map((name) => `${kind} ${name}`);
    let group = keys.map((key) => byName.get(key)).find((known) => known !== undefined);
    if (group === undefined) groups.push((group = { kind, name: names[0], policies: new Set() }));
    for (const key of keys) if (!byName.has(key)) byName.set(key, group);
    return group;
  };
  const holders = policies.flatMap((policy) => policy.holders);
  // A role that the file has is known by its logical id and its name: others name it by either.
  for (const holder of holders) if (holder.names.length > 1) groupOf(holder);
  for (const policy of policies) for (const holder of policy.holders) groupOf(holder).policies.add(policy);
  return groups;
}
