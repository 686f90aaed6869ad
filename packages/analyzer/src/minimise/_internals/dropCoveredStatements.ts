import type { Statement } from '@policywright/policy';
import { statementCovers } from '../../cover/statementCovers.ts';
import type { Draft } from './draft.ts';
import { withoutCovered } from './withoutCovered.ts';

/** So many pairs of statements are compared. */
const MOST_PAIRS = 200_000;

/**
 * Drops each statement that another one of the same effect covers wholly.
 *
 * @returns whether any went.
 */
export function dropCoveredStatements(draft: Draft): boolean {
  const { proofs } = draft;
  let pairs = 0;
  const covers = (wide: Statement, narrow: Statement): boolean => {
    pairs += 1;
    return pairs <= MOST_PAIRS && statementCovers(wide, narrow, proofs);
  };
  const { kept, covered } = withoutCovered(draft.statements, { covers, isWide: () => true });
  draft.statements = kept;
  for (const { value, by } of covered) {
    draft.steps.push({
      kind: 'drop-covered-statement',
      pointer: value.pointer,
      message: `dropped, \`${by.pointer}\` covers it`,
    });
  }
  return covered.length > 0;
}
