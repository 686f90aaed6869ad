import type { Landscape } from '../landscape/landscape.ts';
import { accountOfArn } from '../model/accountOfArn.ts';
import type { HopChange } from '../model/snapshotChanges.ts';
import { EdgeFinder, type HopScope } from '../paths/edgeFinder.ts';
import type { PathHop, PathNode } from '../model/pathHop.ts';
import { hopKey } from './hopKey.ts';
import { hopStatements } from './hopStatements.ts';

/**
 * Compares who can become whom directly. A path that is new has at least one hop that is.
 *
 * @param before - accounts as they were.
 * @param after - as they are.
 * @param scope - what is not as it was: other hops are the same.
 */
export function changedHops(before: Landscape, after: Landscape, scope: HopScope): readonly HopChange[] {
  if (scope.principals.size === 0 && scope.resources.size === 0) return [];
  const old = new EdgeFinder(before).find(scope);
  const now = new EdgeFinder(after).find(scope);
  const won = onlyIn(now, old, 'won').map((one) => ({ ...one, statements: hopStatements(one.hop, after) }));
  const lost = onlyIn(old, now, 'lost').map((one) => ({
    ...one,
    statements: hopStatements(one.hop, before),
  }));
  return [...won, ...lost];
}

type OwnChange = Omit<HopChange, 'statements'>;

function onlyIn(
  hops: readonly PathHop[],
  others: readonly PathHop[],
  change: HopChange['change'],
): readonly OwnChange[] {
  const known = byKey(others);
  // Of whoever can do anything in an account no other hops within it are told.
  const administrators = new Set(
    others.flatMap(({ way, answer, from, to }) =>
      way === 'administer' && answer === 'certainly' ? [`${from} ${accountOf(to)}`] : [],
    ),
  );
  return [...byKey(hops)].flatMap(([key, hop]) =>
    administrators.has(`${hop.from} ${accountOf(hop.to)}`) ? [] : changeOf(change, hop, known.get(key)),
  );
}

function accountOf(node: PathNode): string {
  return node.startsWith('admin:') ? node.slice('admin:'.length) : accountOfArn(node);
}

function changeOf(
  change: HopChange['change'],
  hop: PathHop,
  other: PathHop | undefined,
): readonly OwnChange[] {
  if (other === undefined) return [{ change, hop, less: undefined }];
  const isMore = hop.answer === 'certainly' && other.answer === 'perhaps';
  return isMore ? [{ change, hop, less: 'perhaps' }] : [];
}

function byKey(hops: readonly PathHop[]): ReadonlyMap<string, PathHop> {
  return new Map(hops.map((hop) => [hopKey(hop), hop]));
}
