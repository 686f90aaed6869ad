import { settlePair } from '../decide/settlePair.ts';
import { SideCompiler } from '../decide/sideCompiler.ts';
import { EDGE_KINDS } from '../edges/edgeKinds.ts';
import type { Landscape } from '../landscape/landscape.ts';
import type { PlacedResource } from '../landscape/placedResource.ts';
import type { HopCheck, PathHop } from '../model/pathHop.ts';
import type { NamedStatement } from '../model/reach.ts';

/**
 * The statements by which a hop goes: what allows its calls or, where it depends, what can change that.
 *
 * @param hop - of the landscape.
 * @param landscape - the accounts as they are where there is the hop.
 */
export function hopStatements(hop: PathHop, landscape: Landscape): readonly NamedStatement[] {
  const principal = landscape.principal(hop.from);
  if (principal === undefined) return [];
  const compiler = new SideCompiler();
  const found = hop.checks.flatMap((check) => {
    if (check.by !== 'source') return [];
    const pair = {
      landscape,
      principal,
      resource: resourceOf(check, landscape),
      context: contextOf(check, hop),
    };
    return settlePair(check.action, pair, compiler)?.statements ?? [];
  });
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

/** The trust policy of a role decides who assumes it, and nothing else (rule S176). */
function resourceOf({ action, resource }: HopCheck, landscape: Landscape): PlacedResource {
  const placed = landscape.resource(resource);
  if (action.startsWith('sts:') || !resource.includes(':role/')) return placed;
  return { ...placed, side: { ...placed.side, policy: undefined } };
}

function contextOf({ action }: HopCheck, { way }: PathHop): Readonly<Record<string, string>> | undefined {
  const { target } = EDGE_KINDS.find(({ name }) => name === way) ?? {};
  const service = target?.kind === 'role' ? target.service : undefined;
  return action === 'iam:PassRole' && service !== undefined ? { 'iam:PassedToService': service } : undefined;
}
