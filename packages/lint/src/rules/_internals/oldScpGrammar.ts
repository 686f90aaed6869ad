import type { LintContext } from '../../facts/lintContext.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { Report } from '../../rule/rule.ts';

/** The pointer of what the old grammar did not have, and its name. */
interface NewerPart {
  readonly pointer: string;
  readonly found: string;
}

/**
 * Reports what the grammar that service control policies had before September 2025 did not have. AWS has lifted it
 * (S30): its rules are off unless named, for those who must still deploy to tools or partitions with the old grammar.
 *
 * @param find - finds such parts of a statement.
 */
export function* checkOldGrammar(
  context: LintContext,
  find: (statement: StatementFacts) => readonly NewerPart[],
): Iterable<Report> {
  if (context.type !== 'scp') return;
  for (const statement of context.statements) {
    for (const { pointer, found } of find(statement)) {
      yield {
        pointer,
        message: `found ${found}, which service control policies accept only since September 2025`,
      };
    }
  }
}
