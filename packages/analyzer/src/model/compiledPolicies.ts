import type { KeyTable } from '@policywright/conditions';
import { compile, type Authorizer, type EvaluatorOptions, type PolicySet } from '@policywright/evaluator';
import {
  compileSides,
  joinSides,
  type CompiledSet,
  type CompiledStatement,
} from '@policywright/evaluator/engine';

/** A policy set that is compiled once for all callers of a question. */
export class CompiledPolicies {
  readonly set: PolicySet;
  readonly joined: CompiledSet;
  readonly #evaluator: EvaluatorOptions;
  #authorizer: Authorizer | undefined;

  /**
   * @param set - the policies.
   * @param evaluator - readings of open questions.
   * @param keys - the table of all policies of the question.
   */
  constructor(set: PolicySet, evaluator: EvaluatorOptions, keys: KeyTable) {
    this.set = set;
    this.joined = joinSides(compileSides(set, evaluator, keys));
    this.#evaluator = evaluator;
  }

  /** The statements of all layers that do something. */
  get statements(): readonly CompiledStatement[] {
    return this.joined.layers.flatMap(({ statements }) => statements.filter(({ takesPart }) => takesPart));
  }

  /** Decides as the evaluator does. */
  get authorizer(): Authorizer {
    return (this.#authorizer ??= compile(this.set, this.#evaluator));
  }
}
