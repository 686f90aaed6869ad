import type { RequestContext } from '@policywright/conditions';
import type { PolicySet } from '@policywright/evaluator';
import type { RequiredCheck, World } from '@policywright/operations';
import type { Policy } from '@policywright/policy';
import { Landscape } from '../landscape/landscape.ts';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import type { AttachedPolicy } from '../model/accountData.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { missingOf, policiesOf } from './policiesOf.ts';
import { worldOf } from './worldOf.ts';

/** A caller of a snapshot with all that its calls are decided by. */
export interface CallerInSnapshot {
  /** Its identity-based policies with those of its groups, its boundary, and the levels of its organization. */
  readonly policies: PolicySet;
  /** The keys that follow from who it is: its ARN, its tags, its organization. */
  readonly context: RequestContext;
  /** Keys that it is known not to have. */
  readonly absent: readonly string[];
  /** What the snapshot tells of resources and roles. */
  readonly world: World;
  /**
   * What bears on a call and the snapshot does not tell, in words: with any, no call is certainly allowed. In place of what
   * is missing the widest stands, so that a denial is certain.
   *
   * @param checks - of the call.
   */
  readonly missing: (checks: readonly RequiredCheck[]) => readonly string[];
}

/**
 * Finds a caller in a snapshot, for `simulateOperation` and `simulateAction`.
 *
 * @param snapshot - as read.
 * @param principal - ARN of a user or role, or of a session of a role.
 * @returns `undefined` where the snapshot has no such principal.
 */
export function callerInSnapshot(snapshot: Snapshot, principal: string): CallerInSnapshot | undefined {
  const landscape = new Landscape(snapshot);
  const placed = landscape.principal(principal);
  if (placed === undefined) return undefined;
  const { context = {}, absent = [] } = placed.side;
  return {
    policies: namedPolicies(placed, landscape),
    context,
    absent,
    world: worldOf(landscape, placed.data.account),
    missing: (checks) => missingOf(placed, checks, landscape),
  };
}

/** The policies with their names, as explanations tell them. */
function namedPolicies(placed: PlacedPrincipal, landscape: Landscape): PolicySet {
  const { data, side } = placed;
  const own = new Map(data.policies.map((attached) => [attached.policy, named(attached)]));
  const place = landscape.places.get(data.account);
  return {
    ...policiesOf(placed, landscape),
    identity: (side.identity ?? []).map((policy) => own.get(policy) ?? policy),
    boundary: data.boundary === undefined ? undefined : [named(data.boundary)],
    scps: place?.scps?.map((level, index) => levelNamed(level, place.scpNames[index])),
    rcps: place?.rcps?.map((level, index) => levelNamed(level, place.rcpNames[index])),
  };
}

function named({ name, policy, group }: AttachedPolicy): Policy {
  return { ...policy, name: group === undefined ? name : `${name} of ${group}` };
}

function levelNamed(level: readonly Policy[], names: readonly string[] = []): readonly Policy[] {
  return level.map((policy, index) => ({ ...policy, name: names[index] ?? '' }));
}
