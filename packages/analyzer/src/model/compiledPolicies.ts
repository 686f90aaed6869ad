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
  /** What rules of single services there are for actions, by what is known of the caller. */
  readonly #rules: Map<string, Map<string, string>> = new Map();
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

  /**
   * The rules of actions, which are the same for callers of whom the same is known.
   *
   * @param caller - what is known of a caller.
   */
  rulesFor(caller: string): Map<string, string> {
    const known = this.#rules.get(caller);
    if (known !== undefined) return known;
    const made = new Map<string, string>();
    this.#rules.set(caller, made);
    return made;
  }

  /** Decides as the evaluator does. */
  get authorizer(): Authorizer {
    return (this.#authorizer ??= compile(this.set, this.#evaluator));
  }
}
