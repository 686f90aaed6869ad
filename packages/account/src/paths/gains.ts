import type { Policy } from '@policywright/policy';
import { EDGE_KINDS } from '../edges/edgeKinds.ts';
import type { EdgeKind } from '../edges/edgeKind.ts';
import type { AccountData } from '../model/accountData.ts';

/** A way to give principals more permissions. */
export interface Gain {
  readonly kind: EdgeKind;
  /** What calls are about: a user, a role, a group or a managed policy. */
  readonly arn: string;
  /** ARNs of the principals that gain by it. */
  readonly holders: ReadonlySet<string>;
  /** What they gain; any permission if left out. */
  readonly more?: readonly Policy[] | undefined;
}

/** The ways to give principals of an account more permissions. */
export function gainsOf(account: AccountData): readonly Gain[] {
  return EDGE_KINDS.flatMap((kind) => gainsBy(kind, account));
}

function gainsBy(kind: EdgeKind, { principals, groups, managed }: AccountData): readonly Gain[] {
  const { target } = kind;
  const users = principals.filter((principal) => principal.kind === 'user');
  switch (target.kind) {
    case 'holder':
      return principals
        .filter((principal) => principal.kind === target.of)
        .map(({ arn }) => ({ kind, arn, holders: new Set([arn]) }));
    case 'policy':
      return managed
        .filter(({ hasOtherVersions }) => target.versions === 'new' || hasOtherVersions)
        .map(({ arn }) => {
          const holders = principals.filter(({ policies }) => policies.some(({ name }) => name === arn));
          return { kind, arn, holders: new Set(holders.map((holder) => holder.arn)) };
        });
    case 'group':
      return groups.map(({ arn }) => ({ kind, arn, holders: new Set(members(users, arn)) }));
    case 'membership':
      return groups.map(({ arn, policies }) => ({
        kind,
        arn,
        holders: new Set(users.map((user) => user.arn)),
        more: policies.map(({ policy }) => policy),
      }));
    case 'role':
    case 'user':
    case 'resource':
      return [];
  }
}

function members(users: AccountData['principals'], group: string): readonly string[] {
  return users.filter(({ groups }) => groups.includes(group)).map(({ arn }) => arn);
}
