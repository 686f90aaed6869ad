import { coveredBy, neverMatches, type NeverMatches } from '@policywright/analyzer';
import { AWS } from '@policywright/analyzer/aws';
import type { Statement } from '@policywright/policy';
import { LIMITS } from '../../data/limits.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import { noteLimits } from './noteLimits.ts';
import { WIDEST_READINGS, type Readings } from './widestReadings.ts';

/** A Deny applies where it cannot be decided, which is the reading of the evaluator. */
const OF_DENIES: readonly Readings[] = [{}];

/** Proofs about the statements of one document, as many as it may have. */
export class StatementProofs {
  readonly #context: LintContext;
  #left: number = LIMITS.proofs;

  /** @param context - the document. */
  constructor(context: LintContext) {
    this.#context = context;
  }

  /**
   * Why no request of AWS matches a statement, as far as the catalog knows; `undefined` where one may.
   *
   * @param statement - one of the document, or a part of one.
   */
  neverMatches(statement: Statement): NeverMatches | undefined {
    if (!this.#mayProve(statement)) return undefined;
    let because: NeverMatches | undefined;
    for (const evaluator of statement.effect === 'Allow' ? WIDEST_READINGS : OF_DENIES) {
      const options = { universe: AWS, evaluator, budget: LIMITS.proofSteps };
      const matching = neverMatches(this.#context.policy, statement, options);
      if (matching.outcome === 'unknown') noteLimits(this.#context, statement, matching.reasons);
      if (matching.outcome !== 'never') return undefined;
      because = matching.because;
    }
    return because;
  }

  /**
   * The statements, of some, that together match all that another does; `undefined` where they may not.
   *
   * @param statement - the one that may be covered.
   * @param others - those that may cover it, of the same callers.
   */
  coveredBy(statement: Statement, others: readonly Statement[]): readonly Statement[] | undefined {
    if (others.length === 0 || others.length > LIMITS.coverings || !this.#mayProve(statement))
      return undefined;
    const covering = coveredBy(statement, others, {
      policy: this.#context.policy,
      budget: LIMITS.proofSteps,
    });
    if (covering.outcome === 'unknown') noteLimits(this.#context, statement, covering.reasons);
    return covering.outcome === 'covered' ? covering.by : undefined;
  }

  #mayProve({ pointer }: Statement): boolean {
    if (--this.#left >= 0) return true;
    const what = `more than ${LIMITS.proofs} statements that may have no effect, of which the rest are not looked at`;
    this.#context.cut(what, pointer);
    return false;
  }
}

/** The proofs about a document, which share one budget. */
export function statementProofs(context: LintContext): StatementProofs {
  return context.once(newStatementProofs);
}

function newStatementProofs(context: LintContext): StatementProofs {
  return new StatementProofs(context);
}
