import type { PathGraph } from '../paths/pathGraph.ts';
import { adminNode, type Path, type PathNode } from '../model/pathHop.ts';

/** Between whom paths are looked for. */
export interface PathEnds {
  /** ARN of a user or role. */
  readonly from?: string | undefined;
  /** ARN of a user or role, or `admin`. */
  readonly to?: string | undefined;
}

/**
 * The shortest paths between ends.
 *
 * @param graph - all hops.
 * @param ends - by node; without any, all paths to administrators.
 */
export function pathsBetween(
  graph: PathGraph,
  { from, to, accounts }: PathEnds & { readonly accounts: readonly string[] },
): readonly Path[] {
  const targets: readonly PathNode[] = to === undefined || to === 'admin' ? accounts.map(adminNode) : [to];
  if (from === undefined) return targets.flatMap((target) => graph.leadingTo(target));
  const found = graph.leadingFrom(from);
  return to === undefined ? found : found.filter((path) => targets.includes(path.to));
}
