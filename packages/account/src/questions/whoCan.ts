import { BearingPolicies } from '../decide/bearingPolicies.ts';
import { Candidates } from '../decide/candidates.ts';
import { hasMember, RowDecider } from '../decide/decider.ts';
import { StatementFilter } from '../decide/mayMatch.ts';
import { settlePair } from '../decide/settlePair.ts';
import { SideCompiler } from '../decide/sideCompiler.ts';
import type { Landscape } from '../landscape/landscape.ts';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import type { PlacedResource } from '../landscape/placedResource.ts';
import type { Reach } from '../model/reach.ts';

/** Who can do something. */
export interface WhoCan {
  readonly action: string;
  readonly resource: string;
  /** Those that can, or may be able to, in the order of the accounts; all others cannot. */
  readonly principals: readonly Reach[];
  /** What was taken for granted, as no file has it: `policy of arn:aws:s3:::reports`. */
  readonly assumed: readonly string[];
}

/**
 * Says who can do something.
 *
 * @param landscape - the accounts.
 * @param action - `prefix:Name`.
 * @param resource - ARN or `*`.
 */
export function whoCanDo(landscape: Landscape, action: string, resource: string): WhoCan {
  const placed = landscape.resource(resource);
  const name = action.toLowerCase();
  const services = new Set([name.slice(0, Math.max(name.indexOf(':'), 0))]);
  const candidates = new Candidates(landscape).of({ services, action: name }, placed);
  const compiler = new SideCompiler();
  const filter = new StatementFilter();
  const policies = new BearingPolicies((statement) => filter.coversAction(statement, name));
  const principals = withoutDenied(candidates, action, placed).flatMap((principal) => {
    const pair = { landscape, principal: policies.of(principal), resource: placed };
    const reach = settlePair(action, pair, compiler);
    compiler.forgetPrincipals();
    if (reach === undefined) return [];
    const signIn = landscape.signIns.of(principal.data);
    return [signIn === undefined ? reach : { ...reach, signIn }];
  });
  return { action, resource, principals, assumed: placed.notes };
}

/** Of few candidates, most can: only of many it pays to leave out first those that cannot. */
const FEW = 2000;

function withoutDenied(
  candidates: readonly PlacedPrincipal[],
  action: string,
  resource: PlacedResource,
): readonly PlacedPrincipal[] {
  if (candidates.length <= FEW) return candidates;
  const decider = new RowDecider([action]);
  return candidates.filter((principal) => hasMember(decider.row(principal, resource).possible, 0));
}
