import type { Assumption, Verdict } from '@policywright/analyzer';
import { reasonWords } from './obstacles.ts';
import type { ActionNames } from './report/actionNames.ts';
import type { ProofCode, ProofRow } from './report/proofRow.ts';
import { unknownRows, witnessRow, type Asked } from './rows.ts';

/** What one question gave. */
export interface Answered {
  readonly rows: readonly ProofRow[];
  readonly steps: number;
  readonly assumptions: readonly Assumption[];
}

/**
 * What there is to tell of a verdict: nothing of a proof, the request that refutes it, or why there is none.
 *
 * @param asked - what the question was about.
 * @param verdict - of the analyzer.
 * @param telling - the code of the row about the request, and the spellings of actions.
 */
export function verdictRows(
  asked: Asked,
  verdict: Verdict,
  { code, names }: { readonly code: ProofCode; readonly names: ActionNames },
): Answered {
  const { steps, assumptions } = verdict;
  switch (verdict.verdict) {
    case 'proved':
      return { rows: [], steps, assumptions };
    case 'refuted': {
      const { witness } = verdict;
      return { rows: [witnessRow(asked, code, { witness, names })], steps, assumptions };
    }
    case 'unknown':
      return { rows: unknownRows(asked, reasonWords(verdict.reasons)), steps, assumptions };
  }
}
