import type { ContextReader } from '@policywright/conditions';
import { GRADE, type Grades } from '../principal/grade.ts';
import type { CallerFacts } from '../principal/principalMatcher.ts';
import { counts, coveredTruth, outcomeOnResource } from '../statement/statementOutcome.ts';
import type { ActionNumbers } from './actionNumbers.ts';
import { addAll, type Bits } from './bits.ts';
import { boundedGrades, type Bound } from './bound.ts';
import type { BulkLayer, BulkPolicy, BulkStatement } from './bulkPolicies.ts';

/** What the statements of a policy do for one resource: the actions that they allow and deny. */
interface PolicyRow {
  readonly allowed: Bits | undefined;
  readonly denied: Bits | undefined;
}

/** The request side of a row. */
export interface RowInput {
  readonly resource: string;
  /** What policies of principals allow by (rule S210), if that is not the resource. */
  readonly principalResource: string | undefined;
  readonly facts: CallerFacts;
  readonly reader: ContextReader;
  readonly bound: Bound;
}

/** Where the actions of a layer are gathered. */
export interface RowTarget {
  /** By grade for resource policies; other layers use `direct` only. */
  readonly allowed: ReadonlyMap<Grades, Bits>;
  readonly denied: Bits;
}

/** Gathers, layer by layer, the actions that statements allow and deny. */
export class LayerRows {
  readonly #numbers: ActionNumbers;
  /** Rows of fixed statements for the resource at hand, by the access point that the call came through. */
  readonly #rows: Map<string | undefined, Map<BulkPolicy, PolicyRow>> = new Map();

  constructor(numbers: ActionNumbers) {
    this.#numbers = numbers;
  }

  /** Forgets what was found for the last resource. */
  nextResource(): void {
    this.#rows.clear();
  }

  /**
   * Adds what the policies of a layer allow and deny.
   *
   * @param layer - the layer.
   * @param target - where to add.
   * @param input - resource, caller and context.
   */
  gather({ policies }: BulkLayer, target: RowTarget, input: RowInput): void {
    const rows = this.#rowsFor(input.principalResource);
    const direct = target.allowed.get(GRADE.direct);
    for (const policy of policies) {
      let row = rows.get(policy);
      if (row === undefined) rows.set(policy, (row = this.#fixedRow(policy, input)));
      if (row.allowed !== undefined && direct !== undefined) addAll(direct, row.allowed);
      if (row.denied !== undefined) addAll(target.denied, row.denied);
      for (const entry of policy.varying) gatherVarying(entry, target, input);
    }
  }

  #rowsFor(principalResource: string | undefined): Map<BulkPolicy, PolicyRow> {
    let rows = this.#rows.get(principalResource);
    if (rows === undefined) this.#rows.set(principalResource, (rows = new Map()));
    return rows;
  }

  #fixedRow({ fixed }: BulkPolicy, input: RowInput): PolicyRow {
    let allowed: Bits | undefined;
    let denied: Bits | undefined;
    for (const { statement, actions } of fixed) {
      if (!counts(statement, coveredTruth(statement, input))) continue;
      if (statement.deny) addAll((denied ??= this.#numbers.empty()), actions);
      else addAll((allowed ??= this.#numbers.empty()), actions);
    }
    return { allowed, denied };
  }
}

function gatherVarying({ statement, actions }: BulkStatement, target: RowTarget, input: RowInput): void {
  const grades = boundedGrades(statement, outcomeOnResource(statement, input), input);
  if (grades === GRADE.none) return;
  if (statement.deny) {
    addAll(target.denied, actions);
    return;
  }
  if (target.allowed.size === 1) {
    for (const bits of target.allowed.values()) addAll(bits, actions);
    return;
  }
  for (const [grade, bits] of target.allowed) if ((grades & grade) !== 0) addAll(bits, actions);
}
