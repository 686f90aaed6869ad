import type { KeyTable } from '@policywright/conditions';
import type { Policy } from '@policywright/policy';
import type { EvaluatorOptions } from '../options.ts';
import { CompiledStatement, holdAllow } from '../statement/compiledStatement.ts';
import type { Layer, LayerKind } from '../layers/layer.ts';
import type { ActionNumbers } from './actionNumbers.ts';
import type { Bits } from './bits.ts';

/** A statement with the actions that it covers. */
export interface BulkStatement {
  readonly statement: CompiledStatement;
  readonly actions: Bits;
}

/** A policy with its statements, as one kind of layer reads them. */
export interface BulkPolicy {
  /** The same for every caller and context: only action and resource matter. */
  readonly fixed: readonly BulkStatement[];
  readonly varying: readonly BulkStatement[];
  /** Some Allow statement can be understood (see `holdAllow`). */
  readonly hasAllow: boolean;
}

/** A layer of a side, for all actions at once. */
export interface BulkLayer {
  readonly kind: LayerKind;
  readonly policies: readonly BulkPolicy[];
  /** One of them has such an Allow. */
  readonly hasAllow: boolean;
}

/** Options of `BulkPolicies`. */
export interface BulkOptions {
  readonly keys: KeyTable;
  readonly numbers: ActionNumbers;
  readonly evaluator: EvaluatorOptions;
}

/** Compiles policies for all actions at once; policies that sides share are compiled once for each kind of layer. */
export class BulkPolicies {
  readonly #options: BulkOptions;
  readonly #known: Map<LayerKind, Map<Policy, BulkPolicy>> = new Map();

  constructor(options: BulkOptions) {
    this.#options = options;
  }

  /** Compiles layers. */
  layers(layers: readonly Layer[]): readonly BulkLayer[] {
    return layers.map(({ kind, policies }) => {
      const compiled = policies.map(({ policy }) => this.#policy(policy, kind));
      return { kind, policies: compiled, hasAllow: compiled.some(({ hasAllow }) => hasAllow) };
    });
  }

  #policy(policy: Policy, kind: LayerKind): BulkPolicy {
    let ofKind = this.#known.get(kind);
    if (ofKind === undefined) this.#known.set(kind, (ofKind = new Map()));
    const known = ofKind.get(policy);
    if (known !== undefined) return known;
    const { keys, numbers, evaluator } = this.#options;
    const layer = { kind, index: 0, level: undefined, policies: [] };
    const shared = { keys, evaluator, layer, policy, policyPointer: '' };
    const compiled = policy.statements.map((source) => new CompiledStatement(source, 0, shared));
    const statements = compiled
      .filter(({ takesPart }) => takesPart)
      .map((statement) => ({ statement, actions: numbers.coveredBy(statement) }));
    const bulk = {
      fixed: statements.filter(({ statement }) => isFixed(statement)),
      varying: statements.filter(({ statement }) => !isFixed(statement)),
      hasAllow: holdAllow(compiled),
    };
    ofKind.set(policy, bulk);
    return bulk;
  }
}

function isFixed({ conditions, principal, resources = [] }: CompiledStatement): boolean {
  return (
    conditions === undefined && principal === undefined && resources.every(({ slots }) => slots.length === 0)
  );
}
