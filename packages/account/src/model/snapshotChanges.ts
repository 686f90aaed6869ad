import type { AccessFinding, Witness } from '@policywright/analyzer';
import type { Path, PathHop } from './pathHop.ts';
import type { NamedStatement } from './reach.ts';

/** Access that principals have won or lost, or that resources and roles give or no longer give. */
export interface AccessChange extends Pick<
  AccessFinding,
  'actions' | 'futureActions' | 'resources' | 'exceptResources' | 'conditions'
> {
  readonly change: 'won' | 'lost';
  /** `principal`: by their own policies and those above them; `resource`: by the policy of a resource, or a trust policy. */
  readonly of: 'principal' | 'resource';
  /** ARNs of those of which the same is true. */
  readonly arns: readonly string[];
  /** The statement that allows it, of the first of them; `undefined` where none does by itself. */
  readonly statement: NamedStatement | undefined;
  /** A request of the first of them that is allowed in one of the snapshots and not in the other. */
  readonly witness: Witness;
}

/** A hop of paths that there is only in one of the snapshots, or that was `perhaps` and is certain, or the other way round. */
export interface HopChange {
  readonly change: 'won' | 'lost';
  readonly hop: PathHop;
  /** How it was answered in the snapshot where it is less. */
  readonly less: 'perhaps' | undefined;
  /** By which statements of its source, the organization and the role it goes; where it depends, what can change the answer. */
  readonly statements: readonly NamedStatement[];
}

/** A chain of several hops between two that there is only in one of the snapshots, or that is more certain in one. */
export interface ChainChange {
  readonly change: 'won' | 'lost';
  /** The shortest in the snapshot where it is more. */
  readonly chain: Path;
  /** How it was answered in the snapshot where it is less. */
  readonly less: 'perhaps' | undefined;
  /** Those of its hops by which it came about, or went. */
  readonly changed: readonly HopChange[];
}

/** Something of which it was not found out what changed. */
export interface UnknownChange {
  /** ARN of a principal or resource. */
  readonly of: string;
  /** Why, in words. */
  readonly why: string;
}

/** What changed between two snapshots. */
export interface SnapshotChanges {
  readonly access: readonly AccessChange[];
  readonly hops: readonly HopChange[];
  /** What follows of the hops: who can become whom by several of them. */
  readonly chains: readonly ChainChange[];
  /** ARNs of principals that are in one snapshot only. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** What may have changed beside; where nothing is, the changes are all. */
  readonly unknown: readonly UnknownChange[];
}
