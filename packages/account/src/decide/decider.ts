import type { DecisionRow } from '@policywright/evaluator';
import { BulkDecider, type BulkPrincipal, type BulkResource } from '@policywright/evaluator/engine';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import type { PlacedResource } from '../landscape/placedResource.ts';

/** What one principal can do on one resource, of the actions of a decider. */
export interface ReachRow {
  readonly principal: PlacedPrincipal;
  readonly resource: PlacedResource;
  /** Bits of action numbers that are allowed whatever is unknown; `undefined` where nothing is certain. */
  readonly certain: Uint32Array | undefined;
  /** Bits of those that may be allowed, the certain ones among them. */
  readonly possible: Uint32Array;
  /** Bits of those that a statement denies for certain. */
  readonly denied: Uint32Array;
}

/** Decides rows for a list of actions, over all context keys that are not known. Compiles each principal once. */
export class RowDecider {
  readonly actions: readonly string[];
  readonly #bulk: BulkDecider;
  readonly #principals: Map<PlacedPrincipal, BulkPrincipal> = new Map();
  #resource: { readonly of: PlacedResource; readonly compiled: BulkResource } | undefined;

  /** @param actions - in the order of their numbers. */
  constructor(actions: readonly string[]) {
    this.actions = actions;
    this.#bulk = new BulkDecider({ actions, unknown: 'all' });
  }

  /** Decides all actions for a principal and a resource; rows of one resource after the other cost least. */
  row(principal: PlacedPrincipal, resource: PlacedResource): ReachRow {
    let compiled = this.#principals.get(principal);
    if (compiled === undefined) {
      compiled = this.#bulk.principal(principal.side);
      this.#principals.set(principal, compiled);
    }
    if (this.#resource?.of !== resource)
      this.#resource = { of: resource, compiled: this.#bulk.resource(resource.side) };
    const row: DecisionRow = this.#bulk.row(compiled, this.#resource.compiled);
    const isCertain = principal.gaps.length === 0 && resource.gaps.length === 0;
    const { possible, denied } = row;
    return { principal, resource, certain: isCertain ? row.allowed : undefined, possible, denied };
  }
}

/** Whether a set has a member. */
export function hasMember(bits: Uint32Array | undefined, number: number): boolean {
  return bits !== undefined && (((bits[number >> 5] ?? 0) >>> (number & 31)) & 1) === 1;
}

/** The members of a set, in order. */
export function membersOf(bits: Uint32Array | undefined): readonly number[] {
  const members: number[] = [];
  for (const [index, word] of (bits ?? []).entries()) {
    for (let bit = 0; bit < 32 && word >>> bit !== 0; bit++) {
      if (((word >>> bit) & 1) === 1) members.push(index * 32 + bit);
    }
  }
  return members;
}
