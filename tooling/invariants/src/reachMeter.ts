import type { ConditionOutcome } from '@policywright/conditions';
import type { Explanation, Request, StatementReport } from '@policywright/evaluator';
import { parseConditionOperator } from '@policywright/policy';
import { callerKindOf } from './callerKindOf.ts';

/** A case that was decided. */
export interface MetCase {
  readonly explanation: Explanation;
  readonly request: Request;
  /** Names of the readings of open questions. */
  readonly readings: readonly string[];
}

/** An entry of `Principal` that names a user or role by its unique id. */
const UNIQUE_ID = /^(?:AWS: )?A(?:IDA|ROA)/;

/** Counts what cases came to, by cells such as `settlement: root-grant`. */
export class ReachMeter {
  readonly #counts = new Map<string, number>();

  /**
   * Counts a case.
   *
   * @param met - the case with what the evaluator said
   */
  note({ explanation, request, readings }: MetCase): void {
    this.#add(`settlement: ${explanation.code}`);
    for (const reading of readings) this.#add(`reading: ${reading}`);
    const caller = callerKindOf(request);
    this.#add(`caller: ${caller}`);
    this.#add(`caller: ${caller}, ${explanation.decision}`);
    for (const { layer, verdict, statements } of explanation.layers) {
      this.#add(`layer: ${layer} ${verdict}`);
      if (verdict !== 'notApplicable') for (const report of statements) this.#noteStatement(report);
    }
  }

  /**
   * How often a cell was met.
   *
   * @param cell - its name
   * @returns a number of cases, or of statements and conditions in them
   */
  count(cell: string): number {
    return this.#counts.get(cell) ?? 0;
  }

  /**
   * All cells that were met.
   *
   * @returns name and count, in the order of names
   */
  cells(): readonly (readonly [cell: string, count: number])[] {
    return [...this.#counts].sort(([one], [other]) => (one < other ? -1 : 1));
  }

  #noteStatement({ principal, conditions, applies, effect, layer }: StatementReport): void {
    if (applies) this.#add(`statement: ${effect} of ${layer} applies`);
    if (principal?.result === 'true' && principal.values.every((value) => UNIQUE_ID.test(value)))
      this.#add('principal: by unique id');
    for (const outcome of conditions) this.#noteCondition(outcome);
  }

  #noteCondition({ operator: written, requestValues, result }: ConditionOutcome): void {
    const operator = parseConditionOperator(written);
    if (operator === undefined) return;
    const { name, qualifier = 'plain', ifExists } = operator;
    const presence = requestValues === undefined ? 'absent' : presenceOf(requestValues);
    this.#add(`operator: ${name} ${qualifier} ${presence}`);
    this.#add(`result: ${name} ${result}`);
    if (ifExists) this.#add(`IfExists: ${qualifier} ${presence}`);
  }

  #add(cell: string): void {
    this.#counts.set(cell, this.count(cell) + 1);
  }
}

function presenceOf(values: readonly string[]): 'one' | 'several' | 'none' {
  if (values.length === 0) return 'none';
  return values.length === 1 ? 'one' : 'several';
}
