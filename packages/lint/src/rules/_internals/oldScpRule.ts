import type { LintContext } from '../../facts/lintContext.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { ExampleFinding, Report, Rule } from '../../model/rule.ts';
import { documentOf, finds } from './exampleDocuments.ts';
import type { ExampleStatement } from './exampleDocuments.ts';

interface OldScpRule {
  readonly id: string;
  /** The check of IAM Access Analyzer, which has dropped most of them. */
  readonly analyzer?: string;
  readonly doc: string;
  readonly reads: Rule['reads'];
  readonly bad: ExampleStatement;
  readonly finds: ExampleFinding;
  /** Statements of a policy that it is silent on. */
  readonly good: readonly ExampleStatement[];
  /** The pointer of what the old grammar did not have, and its name. */
  readonly find: (
    statement: StatementFacts,
  ) => readonly { readonly pointer: string; readonly found: string }[];
}

/**
 * A rule for the grammar that service control policies had before September 2025, which AWS has lifted (S30): off
 * unless named, for those who must still deploy to tools or partitions with the old grammar.
 */
export function oldScpRule(rule: OldScpRule): Rule {
  const { id, analyzer, doc, reads, bad, finds: expected, good, find } = rule;
  return {
    id,
    group: 'grammar',
    severity: 'error',
    aliases: analyzer === undefined ? {} : { accessAnalyzer: analyzer },
    reads,
    doc,
    optIn: true,
    examples: { bad: [finds(documentOf('scp', bad), expected)], good: [documentOf('scp', ...good)] },
    *check(context: LintContext): Iterable<Report> {
      if (context.type !== 'scp') return;
      for (const statement of context.statements) {
        for (const { pointer, found } of find(statement)) {
          yield {
            pointer,
            message: `found ${found}, which service control policies accept only since September 2025`,
          };
        }
      }
    },
  };
}
