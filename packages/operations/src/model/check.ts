import type { ActionName, Citation, Need } from '@policywright/catalog';
import type { RequestContext } from '@policywright/conditions';
import type { PartialDecision, Principal } from '@policywright/evaluator';

/**
 * Why a call asks for an action: it is the `operation`; what AWS's reference has it need besides (`dependent`); the
 * `tagging` of what it makes; a role that it passes (`passRole`), whose `trust` policy must let the service assume it; what
 * the service does in the caller's name (`forwardAccess`, rules S178 and S179); the making of a `serviceLinkedRole` (S177).
 */
export type CheckReason =
  | 'operation'
  | 'dependent'
  | 'tagging'
  | 'passRole'
  | 'trust'
  | 'forwardAccess'
  | 'serviceLinkedRole';

/** One authorisation of a call, not yet decided. */
export interface RequiredCheck {
  readonly action: ActionName;
  /** ARN or `*`; what is yet to be made has `*` in place of its name. `undefined` where the call does not tell it. */
  readonly resource: string | undefined;
  /** Where `resource` is `undefined`: a pattern that every resource has that it can be; `*` where nothing is known. */
  readonly resourcePattern: string | undefined;
  /** The resource type in the catalog; `undefined` where there is none, or it is not known. */
  readonly resourceType: string | undefined;
  /** The caller, or the service that assumes a role. */
  readonly principal: Principal;
  /** The keys that are known. */
  readonly context: RequestContext;
  /** Keys that the request is known not to have; with `*` at the end, all that begin so and are not in `context`. */
  readonly absent: readonly string[];
  /** Keys of whose value only a pattern is known, in lower case: `aws:sourcearn` of a service that assumes a role. */
  readonly inPart: Readonly<Record<string, string>>;
  readonly reason: CheckReason;
  /** `always`; `thisCall`, as its input asks for it; `perhaps`: AWS says "may", and nobody knows when. */
  readonly need: Need;
  readonly source: Citation;
}

/** One authorisation of a call, decided. */
export interface Check extends RequiredCheck {
  /** Over all that is not known: definite answers hold whatever that is. */
  readonly decision: PartialDecision;
  /**
   * What the decision depends on, in words, besides the keys of `decision`: the resource, a key policy, a trust policy.
   */
  readonly unknown: readonly string[];
}
