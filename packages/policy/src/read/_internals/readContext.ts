import type { Findings } from '../../diagnostic/findings.ts';
import type { ConditionOperator } from '../../model/conditionOperator.ts';
import type { PolicyType } from '../../model/policy.ts';
import type { TypeGrammar } from './typeGrammar.ts';

/** What the readers of one document share. */
export interface ReadContext {
  readonly findings: Findings;
  readonly type: PolicyType | undefined;
  readonly grammar: TypeGrammar;
  /** The places of the statements to read; all if left out. */
  readonly only: ReadonlySet<number> | undefined;
  /** How many names were compared with those that exist. */
  readonly suggestions: { count: number };
  /** Operators already taken apart, by spelling. */
  readonly operators: Map<string, ConditionOperator>;
}
