import type { RequestContext } from '@policywright/conditions';
import type { Decision } from '../request/decision.ts';
import type { PolicySet, PolicySetFlags } from '../request/policySet.ts';
import type { Principal } from '../request/request.ts';
import { countBits, hasBit, type Bits } from './bits.ts';

/** The flags that are about the principal; the others are about the resource. */
type PrincipalFlags =
  | 'principalInManagementAccount'
  | 'delegatedAdministrator'
  | 'serviceLinkedRole'
  | 'credentials'
  | 'federatedByRoot';

/** A principal and the policies that come with it. Policies shared by principals should be the same objects. */
export interface CubePrincipal extends Pick<PolicySet, 'identity' | 'boundary' | 'session' | 'scps'> {
  readonly principal: Principal;
  /** Context keys of this principal, such as its tags. */
  readonly context?: RequestContext | undefined;
  readonly flags?: Pick<PolicySetFlags, PrincipalFlags> | undefined;
}

/** A resource and the policies that come with it. */
export interface CubeResource extends Pick<PolicySet, 'rcps'> {
  readonly resource: string;
  readonly resourceAccount?: string | undefined;
  /** Its policy, or all of them. */
  readonly policy?: PolicySet['resource'];
  /** Context keys of this resource, such as its tags. */
  readonly context?: RequestContext | undefined;
  readonly flags?: Omit<PolicySetFlags, PrincipalFlags> | undefined;
}

/** Every principal against every action on every resource, in one fixed context. */
export interface DecisionCube {
  readonly principals: readonly CubePrincipal[];
  /** Such as all actions of the catalog. */
  readonly actions: readonly string[];
  readonly resources: readonly CubeResource[];
  /** Keys that are the same for all; those of principals and resources come on top. */
  readonly context?: RequestContext | undefined;
}

/** The decisions of one principal on one resource, for all actions of the cube. */
export class DecisionRow {
  readonly principal: CubePrincipal;
  readonly resource: CubeResource;
  /** Bit `n & 31` of word `n >> 5` is set if action number `n` is allowed. */
  readonly allowed: Bits;
  /** The same for actions that a statement denies. */
  readonly denied: Bits;

  constructor(of: Pick<DecisionRow, 'principal' | 'resource' | 'allowed' | 'denied'>) {
    this.principal = of.principal;
    this.resource = of.resource;
    this.allowed = of.allowed;
    this.denied = of.denied;
  }

  /** The decision for an action, by its place in the cube's list. */
  decision(action: number): Decision {
    if (hasBit(this.denied, action)) return 'ExplicitDeny';
    return hasBit(this.allowed, action) ? 'Allow' : 'ImplicitDeny';
  }

  /** How many actions are allowed. */
  get allowedCount(): number {
    return countBits(this.allowed);
  }
}
