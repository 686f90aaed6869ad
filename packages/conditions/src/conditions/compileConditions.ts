import type { Condition } from '@policywright/policy';
import type { ContextReader } from '../context/contextReader.ts';
import type { KeyTable } from '../context/keyTable.ts';
import type { ConditionOptions } from '../options/conditionOptions.ts';
import { resolveOptions } from '../options/resolveOptions.ts';
import { FALSE, TRUE, UNDECIDED, type Truth } from '../truth.ts';
import { compileCheck } from './compileCheck.ts';
import type { ConditionCheck } from './conditionCheck.ts';
import type { ConditionOutcome } from './conditionOutcome.ts';
import { describeCheck, type ConditionDescription } from './describeCheck.ts';
import { explainCheck } from './explainCheck.ts';

/** What conditions are compiled with. */
export interface CompileConditionsOptions {
  /** Gives context keys their slots; the same table as the reader's. */
  readonly keys: KeyTable;
  /** Whether the document has policy variables: its version is 2012-10-17 (S3, S113). */
  readonly variables: boolean;
  /** How to read what AWS does not document. */
  readonly options?: ConditionOptions;
}

/** The conditions of one statement, compiled; immutable. */
export class CompiledConditions {
  /** The slots of all keys that the conditions and their variables read, each once. */
  readonly slots: readonly number[];
  /** In the order of the statement. */
  readonly #written: readonly ConditionCheck[];
  /** Cheap ones first: the order does not matter for the result, since none has an effect. */
  readonly #byCost: readonly ConditionCheck[];
  #descriptions: readonly ConditionDescription[] | undefined;

  /**
   * @param checks - the conditions in the order of the statement.
   */
  constructor(checks: readonly ConditionCheck[]) {
    this.#written = checks;
    this.#byCost = [...checks].sort((left, right) => costOf(left) - costOf(right));
    this.slots = [
      ...new Set(
        checks.flatMap(({ parts }) => [parts.slot, ...parts.values.variables.map(({ slot }) => slot)]),
      ),
    ];
  }

  /**
   * Tells whether all conditions hold (S70, S72); allocates nothing.
   *
   * @param reader - the request's context.
   * @returns `FALSE` if any is false, else `UNDECIDED` if any is undecided, else `TRUE`.
   */
  evaluate(reader: ContextReader): Truth {
    const checks = this.#byCost;
    let result: Truth = TRUE;
    for (let index = 0; index < checks.length; index++) {
      const truth = checks[index]?.evaluate(reader);
      if (truth === FALSE) return FALSE;
      if (truth === UNDECIDED) result = UNDECIDED;
    }
    return result;
  }

  /**
   * Says what became of each condition.
   *
   * @param reader - the request's context.
   * @param places - of the conditions in the statement; left out, all.
   * @returns one outcome a condition, in the order of the statement or of the places.
   */
  explain(reader: ContextReader, places?: readonly number[]): readonly ConditionOutcome[] {
    const checks = places?.flatMap((place) => this.#written[place] ?? []) ?? this.#written;
    return checks.map((check) => explainCheck(check, reader));
  }

  /**
   * Finds the conditions that cannot be told, for those who ask only about them; explains nothing.
   *
   * @param reader - the request's context.
   * @returns their places in the statement; `undefined` if any condition is false.
   */
  undecided(reader: ContextReader): readonly number[] | undefined {
    const places: number[] = [];
    for (const [place, check] of this.#written.entries()) {
      const truth = check.evaluate(reader);
      if (truth === FALSE) return undefined;
      if (truth === UNDECIDED) places.push(place);
    }
    return places;
  }

  /**
   * Says what each condition compares with. Made when first asked for.
   *
   * @internal
   * @returns one description a condition, in the order of the statement; the same objects each time.
   */
  describe(): readonly ConditionDescription[] {
    this.#descriptions ??= this.#written.map(describeCheck);
    return this.#descriptions;
  }
}

function costOf({ parts }: ConditionCheck): number {
  const oneValue = parts.kind === 'single' || parts.kind === 'Null';
  return oneValue ? parts.values.cost : 3 * parts.values.cost;
}

/**
 * Compiles the conditions of a statement. Never throws: a condition that has no meaning is undecided (S23).
 *
 * @param conditions - the conditions.
 * @param options - key table, whether there are variables, and the readings of open points.
 * @returns the compiled conditions.
 */
export function compileConditions(
  conditions: readonly Condition[],
  options: CompileConditionsOptions,
): CompiledConditions {
  const { keys, variables } = options;
  const compile = { keys, variables, options: resolveOptions(options.options) };
  return new CompiledConditions(conditions.map((condition) => compileCheck(condition, compile)));
}
