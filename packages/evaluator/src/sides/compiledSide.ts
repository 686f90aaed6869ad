import type { KeyTable } from '@policywright/conditions';
import { ActionGroups } from '../statement-index/actionGroups.ts';
import type { EvaluatorOptions } from '../options.ts';
import { CompiledStatement, holdAllow } from '../statement/compiledStatement.ts';
import type { Layer } from '../layers/layer.ts';

/** A layer with its statements, compiled. */
export interface CompiledLayer extends Layer {
  readonly statements: readonly CompiledStatement[];
  /** Some Allow statement of it can be understood (see `holdAllow`). */
  readonly hasAllow: boolean;
}

/** The layers of a principal, a resource or an endpoint, compiled once for all that they are joined with. */
export class CompiledSide {
  readonly keys: KeyTable;
  readonly layers: readonly CompiledLayer[];
  readonly groups: ActionGroups;
  /** Some statement names principals. */
  readonly namesPrincipals: boolean;
  readonly #options: EvaluatorOptions;
  /** The same side over other tables of keys. */
  #others: WeakMap<KeyTable, CompiledSide> | undefined;

  /**
   * @param layers - in the order of their indexes.
   * @param keys - gives context keys their slots; sides that share a table are joined as they are.
   * @param options - readings of open questions.
   */
  constructor(layers: readonly Layer[], keys: KeyTable, options: EvaluatorOptions) {
    this.keys = keys;
    this.#options = options;
    let count = 0;
    this.layers = layers.map((layer) => {
      const statements = layer.policies.flatMap(({ policy, pointer }) => {
        const shared = { evaluator: options, keys, layer, policy, policyPointer: pointer };
        return policy.statements.map((source) => new CompiledStatement(source, count++, shared));
      });
      return { ...layer, statements, hasAllow: holdAllow(statements) };
    });
    const statements = this.layers.flatMap((layer) => layer.statements);
    this.groups = new ActionGroups(statements);
    this.namesPrincipals = statements.some(({ hasPrincipal }) => hasPrincipal);
  }

  /**
   * The same side with the slots of another table, compiled anew if that is not its own.
   *
   * @param keys - the table of what it is to be joined with.
   */
  over(keys: KeyTable): CompiledSide {
    if (keys === this.keys) return this;
    const known = this.#others?.get(keys);
    if (known !== undefined) return known;
    const other = new CompiledSide(this.layers, keys, this.#options);
    (this.#others ??= new WeakMap()).set(keys, other);
    return other;
  }
}
