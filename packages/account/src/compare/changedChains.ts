import type { Landscape } from '../landscape/landscape.ts';
import { accountOfArn } from '../model/accountOfArn.ts';
import { adminNode, type Path, type PathNode } from '../model/pathHop.ts';
import type { ChainChange, HopChange } from '../model/snapshotChanges.ts';
import { EdgeFinder } from '../paths/edgeFinder.ts';
import { PathGraph } from '../paths/pathGraph.ts';
import { hopKey } from './hopKey.ts';

/**
 * Compares who can become whom over several hops. Of whoever becomes an administrator of an account, no chains to others of that
 * account are told; a chain of one hop is that hop.
 *
 * @param before - accounts as they were.
 * @param after - as they are.
 * @param hops - all that changed: without any, every chain is as it was.
 */
export function changedChains(
  before: Landscape,
  after: Landscape,
  hops: readonly HopChange[],
): readonly ChainChange[] {
  if (hops.length === 0) return [];
  const [old, now] = [graphOf(before), graphOf(after)];
  const starts = [...new Set(hops.map(({ hop }) => hop.from))];
  const sources = new Set([...old.reaching(starts), ...now.reaching(starts)]);
  const changes = [...sources].flatMap((source) => {
    if (source.startsWith('admin:')) return [];
    const [was, is] = [chainsFrom(old, source), chainsFrom(now, source)];
    return [...onlyIn(is, was, { change: 'won', hops }), ...onlyIn(was, is, { change: 'lost', hops })];
  });
  return [
    ...changes.filter(({ change }) => change === 'won'),
    ...changes.filter(({ change }) => change === 'lost'),
  ];
}

function graphOf(landscape: Landscape): PathGraph {
  return new PathGraph(landscape, new EdgeFinder(landscape).find());
}

type Chains = ReadonlyMap<PathNode, Path>;

function chainsFrom(graph: PathGraph, source: PathNode): Chains {
  return new Map(graph.leadingFrom(source).map((path) => [path.to, path]));
}

function onlyIn(
  chains: Chains,
  others: Chains,
  { change, hops }: Pick<ChainChange, 'change'> & { readonly hops: readonly HopChange[] },
): readonly ChainChange[] {
  return [...chains.values()].flatMap((chain): readonly ChainChange[] => {
    const other = others.get(chain.to);
    const isMore = other === undefined || (chain.answer === 'certainly' && other.answer === 'perhaps');
    if (!isMore || chain.hops.length < 2 || isImplied(chain, chains)) return [];
    const keys = new Set(chain.hops.map(hopKey));
    const changed = hops.filter((one) => one.change === change && keys.has(hopKey(one.hop)));
    return [{ change, chain, less: other === undefined ? undefined : 'perhaps', changed }];
  });
}

/** Whether it says no more than a chain to the administrator of the account. */
function isImplied({ to, answer }: Path, chains: Chains): boolean {
  const admin = to.startsWith('admin:') ? undefined : chains.get(adminNode(accountOfArn(to)));
  return admin !== undefined && (admin.answer === 'certainly' || answer === 'perhaps');
}
