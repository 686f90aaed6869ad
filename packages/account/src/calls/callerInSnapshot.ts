import type { RequestContext } from '@policywright/conditions';
import type { PolicySet } from '@policywright/evaluator';
import type { RequiredCheck, World } from '@policywright/operations';
import type { Policy } from '@policywright/policy';
import { Landscape } from '../landscape/landscape.ts';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import type { AttachedPolicy } from '../model/accountData.ts';
import { gapText } from '../model/gap.ts';
import type { Snapshot } from '../model/snapshot.ts';
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
  const { account } = placed.data;
  return {
    policies: policiesOf(placed, landscape),
    context,
    absent,
    world: worldOf(landscape, account),
    missing: (checks) => [
      ...placed.gaps.map(gapText),
      ...(landscape.places.get(account)?.isRcpUnknown === true ? [rcpsOf(account)] : []),
      ...otherAccounts(checks, account)
        .filter((other) => landscape.snapshot.organization?.usesRcps === true && other !== account)
        .map(rcpsOf),
    ],
  };
}

/** Those of the caller's account count for all resources: of resources of others, they are not known. */
function rcpsOf(account: string): string {
  return `resource control policies of account ${account}`;
}

function otherAccounts(checks: readonly RequiredCheck[], own: string): readonly string[] {
  const owners = checks.flatMap(({ context: { 'aws:ResourceAccount': owner } }) => owner ?? []);
  return [...new Set(owners.filter((owner): owner is string => typeof owner === 'string' && owner !== own))];
}

function policiesOf({ data, side }: PlacedPrincipal, { places }: Landscape): PolicySet {
  const own = new Map(data.policies.map((attached) => [attached.policy, named(attached)]));
  const place = places.get(data.account);
  return {
    identity: (side.identity ?? []).map((policy) => own.get(policy) ?? policy),
    boundary: data.boundary === undefined ? undefined : [named(data.boundary)],
    scps: place?.scps?.map((level, index) => levelNamed(level, place.scpNames[index])),
    rcps: place?.rcps?.map((level, index) => levelNamed(level, place.rcpNames[index])),
    flags: {
      principalInManagementAccount: place?.isManagement,
      resourceInManagementAccount: place?.isManagement,
      delegatedAdministrator: place?.isRootAdministrator,
      ...(side.role === 'service-linked' && { serviceLinkedRole: true }),
    },
  };
}

function named({ name, policy, group }: AttachedPolicy): Policy {
  return { ...policy, name: group === undefined ? name : `${name} of ${group}` };
}

function levelNamed(level: readonly Policy[], names: readonly string[] = []): readonly Policy[] {
  return level.map((policy, index) => ({ ...policy, name: names[index] ?? '' }));
}
