import type { ContextReader, KeyTable } from '@policywright/conditions';
import type { Policy } from '@policywright/policy';
import type { EvaluatorOptions } from '../options.ts';
import { GRADE, type Grades } from '../principal/grade.ts';
import type { CallerFacts } from '../principal/principalMatcher.ts';
import { CompiledStatement, resourceTruth } from '../statement/compiledStatement.ts';
import type { LayerKind } from '../statement/layer.ts';
import { counts, countedGrades, outcomeWhereCovered } from '../statement/statementOutcome.ts';
import type { ActionNumbers } from './actionNumbers.ts';
import { addAll, type Bits } from './bits.ts';

/** What the statements of a policy do for one resource: the actions that they allow and deny. */
interface PolicyRow {
  readonly allowed: Bits | undefined;
  readonly denied: Bits | undefined;
}

interface BulkStatement {
  readonly statement: CompiledStatement;
  readonly actions: Bits;
}

interface BulkPolicy {
  /** The same for every caller and context: only action and resource matter. */
  readonly fixed: readonly BulkStatement[];
  readonly varying: readonly BulkStatement[];
}

/** The request side of a row. */
export interface RowInput {
  readonly resource: string;
  readonly facts: CallerFacts;
  readonly reader: ContextReader;
}

/** Where the actions of a layer are gathered. */
export interface RowTarget {
  /** By grade for resource policies; other layers use `direct` only. */
  readonly allowed: ReadonlyMap<Grades, Bits>;
  readonly denied: Bits;
}

/** Options of `LayerRows`. */
export interface LayerRowsOptions {
  readonly keys: KeyTable;
  readonly numbers: ActionNumbers;
  readonly evaluator: EvaluatorOptions;
}

/** Gathers, layer by layer, the actions that statements allow and deny, each statement compiled once. */
export class LayerRows {
  readonly #options: LayerRowsOptions;
  readonly #policies: Map<string, WeakMap<Policy, BulkPolicy>> = new Map();
  /** Rows of fixed statements for the resources at hand: the row's, and that of an access point before it. */
  #rows: Map<string, Map<BulkPolicy, PolicyRow>> = new Map();

  constructor(options: LayerRowsOptions) {
    this.#options = options;
  }

  /** Forgets what was found for the last resource. */
  nextResource(): void {
    this.#rows = new Map();
  }

  /**
   * Adds what the policies of a layer allow and deny.
   *
   * @param policies - the policies of one layer, of the given kind.
   * @param target - where to add.
   * @param input - resource, caller and context.
   */
  gather(policies: LayerPolicies, target: RowTarget, input: RowInput): void {
    for (const policy of policies.list) {
      const bulk = this.#bulkPolicy(policy, policies.kind);
      const row = this.#rowsFor(input.resource).get(bulk) ?? this.#fixedRow(bulk, input);
      const direct = target.allowed.get(GRADE.direct);
      if (row.allowed !== undefined && direct !== undefined) addAll(direct, row.allowed);
      if (row.denied !== undefined) addAll(target.denied, row.denied);
      for (const entry of bulk.varying) gatherVarying(entry, target, input);
    }
  }

  #rowsFor(resource: string): Map<BulkPolicy, PolicyRow> {
    let rows = this.#rows.get(resource);
    if (rows === undefined) this.#rows.set(resource, (rows = new Map()));
    return rows;
  }

  #fixedRow(bulk: BulkPolicy, { resource, reader }: RowInput): PolicyRow {
    const { numbers } = this.#options;
    let allowed: Bits | undefined;
    let denied: Bits | undefined;
    for (const { statement, actions } of bulk.fixed) {
      if (!counts(statement, resourceTruth(statement, resource, reader))) continue;
      if (statement.deny) addAll((denied ??= numbers.empty()), actions);
      else addAll((allowed ??= numbers.empty()), actions);
    }
    const row = { allowed, denied };
    this.#rowsFor(resource).set(bulk, row);
    return row;
  }

  #bulkPolicy(policy: Policy, kind: LayerKind): BulkPolicy {
    let ofKind = this.#policies.get(kind);
    if (ofKind === undefined) this.#policies.set(kind, (ofKind = new WeakMap()));
    const known = ofKind.get(policy);
    if (known !== undefined) return known;
    const { keys, numbers, evaluator } = this.#options;
    const layer = { kind, index: 0, level: undefined, policies: [] };
    const shared = { keys, evaluator, layer, policy, policyPointer: '' };
    const statements = policy.statements.flatMap((source) => {
      const statement = new CompiledStatement(source, 0, shared);
      return statement.takesPart ? [{ statement, actions: numbers.coveredBy(statement) }] : [];
    });
    const bulk = {
      fixed: statements.filter(({ statement }) => isFixed(statement)),
      varying: statements.filter(({ statement }) => !isFixed(statement)),
    };
    ofKind.set(policy, bulk);
    return bulk;
  }
}

/** The policies of one layer. */
export interface LayerPolicies {
  readonly kind: LayerKind;
  readonly list: readonly Policy[];
}

function isFixed({ conditions, principal, resources = [] }: CompiledStatement): boolean {
  return (
    conditions === undefined && principal === undefined && resources.every(({ slots }) => slots.length === 0)
  );
}

function gatherVarying({ statement, actions }: BulkStatement, target: RowTarget, input: RowInput): void {
  const covered = resourceTruth(statement, input.resource, input.reader);
  const grades = countedGrades(statement, outcomeWhereCovered(statement, covered, input));
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
