import type { ActionNumbers } from './actionNumbers.ts';
import type { Bits } from './bits.ts';

/** Sets of actions that are needed for a moment: the same ones serve again, so that rows leave little behind. */
export class ScratchBits {
  readonly #numbers: ActionNumbers;
  readonly #sets: Bits[] = [];
  #taken = 0;

  constructor(numbers: ActionNumbers) {
    this.#numbers = numbers;
  }

  /** A set without members, until `reset` is called. */
  take(): Bits {
    const known = this.#sets[this.#taken++];
    if (known !== undefined) return known.fill(0);
    const added = this.#numbers.empty();
    this.#sets.push(added);
    return added;
  }

  /** Takes all sets back. */
  reset(): void {
    this.#taken = 0;
  }
}
