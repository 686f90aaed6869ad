import type { KeyControl, OutsideParty } from '@policywright/analyzer';
import type { Principal } from '@policywright/evaluator';
import type { Reach } from './reach.ts';

/** Who gets in from outside. */
export type ExternalParty =
  | Exclude<OutsideParty, { readonly kind: 'service' }>
  /**
   * An AWS service, `*` for any of them. `source`: whether it may call for resources of outsiders, the confused deputy
   * (rule S181): `held` where policies hold it to the trusted zone, `open` where they do not; `undefined` of roles, which
   * services assume for whoever passed them.
   */
  | {
      readonly kind: 'service';
      readonly service: string;
      readonly source: 'held' | 'open' | 'unknown' | undefined;
    };

/** That somebody outside can do something with a resource or role, or may be able to. */
export interface ExternalReach extends Pick<Reach, 'answer' | 'gaps' | 'statements'> {
  /** ARN of the resource or role. */
  readonly resource: string;
  readonly party: ExternalParty;
  /** One of the party, as which the answer was decided. */
  readonly example: Principal;
  /** Full names. */
  readonly actions: readonly string[];
  /** Context keys on which it depends, and who has them in hand. */
  readonly keys: readonly { readonly key: string; readonly control: KeyControl }[];
  /**
   * Of everyone: whether that is public as S3 Block Public Access and `checkNoPublicAccess` have it (rule S195); `unknown`
   * where it was not found out, or the type of the resource has no such meaning.
   */
  readonly isPublic: boolean | 'unknown' | undefined;
}

/** A resource or role of which it is not known who gets in. */
export interface UnknownExternal {
  readonly resource: string;
  /** Why, in words. */
  readonly why: string;
}

/** Who gets in from outside. */
export interface ExternalAudit {
  /** By resource, in the order of the snapshot; roles behind. */
  readonly reach: readonly ExternalReach[];
  /** Those of which it is not known, or not all: of all others, nobody else gets in by policies. */
  readonly unknown: readonly UnknownExternal[];
}
