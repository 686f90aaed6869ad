import { GRADE, type Grades } from '../principal/grade.ts';
import { LAYER_BIT, type LayerKind } from '../layers/layer.ts';
import type { ActionNumbers } from './actionNumbers.ts';
import { addAll, removeAll, replaceAll, type Bits } from './bits.ts';
import type { BulkLayer } from './bulkPolicies.ts';
import { LayerRows, type RowInput } from './layerRows.ts';
import type { BoundedRow } from './rowReader.ts';
import type { ScratchBits } from './scratchBits.ts';

/** The sets of actions that each layer allows on one row. */
export interface RowSets {
  /** Empty where the resource has no policy. */
  readonly grades: ReadonlyMap<Grades, Bits>;
  readonly identity: Bits;
  readonly boundary: Bits | undefined;
  readonly session: Bits | undefined;
  /** Levels of SCPs and RCPs, each already widened by what escapes it, and the endpoint policy. */
  readonly filters: readonly Bits[];
  readonly denied: Bits;
}

/** Gathers the sets of actions that each layer allows and denies. */
export class SetReader {
  readonly #numbers: ActionNumbers;
  readonly #scratch: ScratchBits;
  readonly #rows: LayerRows;

  /**
   * @param numbers - the actions of the cube.
   * @param scratch - lends the sets, all but those of what is denied.
   */
  constructor(numbers: ActionNumbers, scratch: ScratchBits) {
    this.#numbers = numbers;
    this.#scratch = scratch;
    this.#rows = new LayerRows(numbers);
  }

  /** Forgets what was found for the last resource. */
  nextResource(): void {
    this.#rows.nextResource();
  }

  /** Gathers the sets of a row. */
  gather(row: BoundedRow): RowSets {
    const { principal, resource, endpoint, inactive, principalResource, facts, reader, bound } = row;
    const denied = this.#numbers.empty();
    const input = { resource: resource.policies.resource, principalResource, facts, reader, bound };
    const layers = [...principal.layers, ...resource.layers, ...endpoint.layers];
    const ofKind = (kind: LayerKind): Bits[] =>
      layers
        .filter((layer) => layer.kind === kind)
        .map((layer) => {
          const isActive = (inactive & LAYER_BIT[kind]) === 0;
          return isActive ? this.#direct(layer, denied, input) : this.#scratch.take();
        });
    const [identity = this.#scratch.take()] = ofKind('identity');
    const scps = (inactive & LAYER_BIT.scp) === 0 ? ofKind('scp') : [];
    return {
      grades: this.#grades(row, denied, input),
      identity,
      boundary: ofKind('boundary')[0],
      session: ofKind('session')[0],
      filters: [...scps, ...this.#rcps(row, denied, input), ...this.#endpoint(row, denied, input)],
      denied,
    };
  }

  /** What the policies of a layer allow that is not by grade. */
  #direct(layer: BulkLayer, denied: Bits, input: RowInput): Bits {
    const allowed = this.#scratch.take();
    this.#rows.gather(layer, { allowed: new Map([[GRADE.direct, allowed]]), denied }, input);
    return allowed;
  }

  #grades(row: BoundedRow, denied: Bits, input: RowInput): ReadonlyMap<Grades, Bits> {
    const allowed = new Map<Grades, Bits>();
    for (const layer of row.resource.layers) {
      if (layer.kind !== 'resource') continue;
      for (const grade of [GRADE.account, GRADE.user, GRADE.role, GRADE.direct]) {
        allowed.set(grade, this.#scratch.take());
      }
      const own = this.#scratch.take();
      this.#rows.gather(layer, { allowed, denied: own }, input);
      const lifted = this.#lifted('resource', row);
      removeAll(own, lifted);
      addAll(denied, own);
      for (const bits of allowed.values()) removeAll(bits, lifted);
    }
    return allowed;
  }

  #rcps(row: BoundedRow, denied: Bits, input: RowInput): Bits[] {
    const levels = row.resource.layers.filter(({ kind }) => kind === 'rcp');
    if (levels.length === 0 || (row.inactive & LAYER_BIT.rcp) !== 0) return [];
    const beyondRcps = this.#lifted('rcp', row);
    addAll(beyondRcps, this.#numbers.beyondRcps);
    return levels.flatMap((level) => {
      const own = this.#scratch.take();
      const allowed = this.#direct(level, own, input);
      removeAll(own, beyondRcps);
      addAll(denied, own);
      addAll(allowed, beyondRcps);
      return level.hasAllow ? [allowed] : [];
    });
  }

  /** The endpoint policy, which may read principals in another way for some actions (rule S33). */
  #endpoint({ endpoint, facts }: BoundedRow, denied: Bits, input: RowInput): Bits[] {
    return endpoint.layers.map((layer) => {
      const allowed = this.#direct(layer, denied, input);
      const gateway = { ...input, facts: { ...facts, throughGateway: true } };
      replaceAll(allowed, this.#direct(layer, denied, gateway), endpoint.gateway);
      return allowed;
    });
  }

  /** The actions from which rules of a single service keep a layer on this row. */
  #lifted(layer: LayerKind, { ruled, flags }: BoundedRow): Bits {
    const lifted = this.#scratch.take();
    for (const { actions, serviceRules } of this.#numbers.lifting) {
      const bits = serviceRules.reduce((all, rule) => all | (rule.lifts?.(ruled, flags) ?? 0), 0);
      if ((bits & LAYER_BIT[layer]) !== 0) addAll(lifted, actions);
    }
    return lifted;
  }
}
