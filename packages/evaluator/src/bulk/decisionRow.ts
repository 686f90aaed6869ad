import type { PartialDecision } from '../partial/partialDecision.ts';
import type { Decision } from '../request/decision.ts';
import type { PrincipalPolicies } from '../sides/principalSide.ts';
import type { ResourcePolicies } from '../sides/resourceSide.ts';
import { countBits, hasBit, type Bits } from './bits.ts';

/** The decisions of one principal on one resource, for all actions of the cube. */
export class DecisionRow {
  readonly principal: PrincipalPolicies;
  readonly resource: ResourcePolicies;
  /** Bit `n & 31` of word `n >> 5` is set if action number `n` is allowed, whatever the unknown keys are. */
  readonly allowed: Bits;
  /** The same for actions that are allowed for some values of the unknown keys; equal to `allowed` without any. */
  readonly possible: Bits;
  /** The same for actions that a statement denies, whatever the unknown keys are. */
  readonly denied: Bits;

  constructor(of: Pick<DecisionRow, 'principal' | 'resource' | 'allowed' | 'possible' | 'denied'>) {
    this.principal = of.principal;
    this.resource = of.resource;
    this.allowed = of.allowed;
    this.possible = of.possible;
    this.denied = of.denied;
  }

  /** The decision for an action, by its place in the cube's list. Where it depends on unknown keys, not `Allow`. */
  decision(action: number): Decision {
    if (hasBit(this.denied, action)) return 'ExplicitDeny';
    return hasBit(this.allowed, action) ? 'Allow' : 'ImplicitDeny';
  }

  /** What can be said of an action, by its place in the cube's list, where keys are unknown. */
  answer(action: number): PartialDecision['answer'] {
    if (hasBit(this.allowed, action)) return 'Allow';
    return hasBit(this.possible, action) ? 'Depends' : 'Denied';
  }

  /** How many actions are allowed, whatever the unknown keys are. */
  get allowedCount(): number {
    return countBits(this.allowed);
  }
}
