import type { UnknownReason } from './unknownReason.ts';

/** Counts steps, so that a question ends on every machine at the same place. */
export class Budget {
  /** Steps taken. */
  steps = 0;
  readonly #limit: number;

  /** @param limit - the most steps. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** What is left. */
  get rest(): number {
    return Math.max(0, this.#limit - this.steps);
  }

  /**
   * Takes steps.
   *
   * @param count - how many.
   * @throws {@link BudgetSpent} when there are not so many left.
   */
  take(count: number): void {
    this.steps += count;
    if (this.steps > this.#limit) throw new BudgetSpent({ code: 'budget', about: String(this.#limit) });
  }
}

/** Ends a search that would go beyond its limits. Caught where the search was begun; no caller sees it. */
export class BudgetSpent extends Error {
  readonly reason: UnknownReason;

  /** @param reason - which limit was met. */
  constructor(reason: UnknownReason) {
    super(reason.code);
    this.reason = reason;
  }
}
