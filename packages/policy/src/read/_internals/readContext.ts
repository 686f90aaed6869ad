import type { Findings } from '../../diagnostic/findings.ts';
import type { ConditionOperator } from '../../model/conditionOperator.ts';
import type { PolicyType } from '../../model/policy.ts';
import type { TypeGrammar } from './typeGrammar.ts';

/** What the readers of one document share. */
export interface ReadContext {
  readonly findings: Findings;
  readonly type: PolicyType | undefined;
  readonly grammar: TypeGrammar;
  /** Operators already taken apart, by spelling; `undefined` for names that are no operator. */
  readonly operators: Map<string, ConditionOperator | undefined>;
}
