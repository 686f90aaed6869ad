import type { UnknownReason } from '@policywright/analyzer';
import type { LintContext } from '../../facts/lintContext.ts';

/** How many statements of a document may be proved something about, and what is said where that or the time is not enough. */
export class ProofBudget {
  readonly #context: LintContext;
  readonly #beyond: string;
  #left: number;

  /**
   * @param context - the document.
   * @param most - how many statements.
   * @param beyond - what is said of those that are too many.
   */
  constructor(context: LintContext, most: number, beyond: string) {
    this.#context = context;
    this.#left = most;
    this.#beyond = `more than ${most} statements ${beyond}`;
  }

  /**
   * Whether one more proof may be asked for; where not, that is noted.
   *
   * @param statement - what it is about.
   */
  mayProve({ pointer }: { readonly pointer: string }): boolean {
    if (--this.#left >= 0) return true;
    this.#context.cut(this.#beyond, pointer);
    return false;
  }

  /** Notes that a proof was not brought to its end, where that is why nothing is known. */
  noteLimits(reasons: readonly UnknownReason[], { pointer }: { readonly pointer: string }): void {
    const isCut = reasons.some(({ code }) => code === 'budget' || code === 'pattern-family');
    if (isCut) this.#context.cut('a statement of which a proof would take too long', pointer);
  }
}
