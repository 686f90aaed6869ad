import type { StatementFacts } from '../../facts/statementFacts.ts';

/** Whether a statement needs a key to be present, by `Null` false or by a condition that fails without it. */
export function needsKeyElsewhere({ conditions }: StatementFacts, key: string): boolean {
  return conditions.some((facts) => facts.key === key && facts.needsKey);
}
