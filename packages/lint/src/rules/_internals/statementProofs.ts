import { neverMatches, type AnalyzerOptions, type NeverMatches } from '@policywright/analyzer';
import { AWS } from '@policywright/analyzer/aws';
import type { Statement } from '@policywright/policy';
import { LIMITS } from '../../data/limits.ts';
import type { LintContext } from '../../facts/lintContext.ts';

type Readings = NonNullable<AnalyzerOptions['evaluator']>;

/**
 * The readings of what AWS leaves open under which an Allow applies most often: what no request matches under them, none
 * matches. What a year of four digits is cannot be told either way, so that both are tried.
 */
const WIDEST: readonly Readings[] = (['year', 'epoch'] as const).map((fourDigitDate) => ({
  shortArn: 'wildcard',
  unresolvedNotResource: 'drop',
  conditions: {
    fourDigitDate,
    multivaluedWithoutSetOperator: 'ForAnyValue',
    forAnyValueIfExistsWhenAbsent: 'true',
    loneStarArn: 'any',
    boolVariables: 'true',
  },
}));
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
    if (--this.#left < 0) {
      this.#context.cut(
        `more than ${LIMITS.proofs} statements that may match nothing, of which the rest are not looked at`,
        statement.pointer,
      );
      return undefined;
    }
    let because: NeverMatches | undefined;
    for (const evaluator of statement.effect === 'Allow' ? WIDEST : OF_DENIES) {
      const options = { universe: AWS, evaluator, budget: LIMITS.proofSteps };
      const matching = neverMatches(this.#context.policy, statement, options);
      if (matching.outcome === 'unknown' && matching.reasons.some(({ code }) => code === 'budget')) {
        this.#context.cut('a statement of which a proof would take too long', statement.pointer);
      }
      if (matching.outcome !== 'never') return undefined;
      because = matching.because;
    }
    return because;
  }
}

/** The proofs about a document, which share one budget. */
export function statementProofs(context: LintContext): StatementProofs {
  return context.once(newStatementProofs);
}

function newStatementProofs(context: LintContext): StatementProofs {
  return new StatementProofs(context);
}
