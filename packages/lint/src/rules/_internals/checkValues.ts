import { quote } from '@policywright/policy/text';
import type { OperatorFamily } from '../../facts/conditionFacts.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import { findVariables } from '../../facts/variables.ts';
import { valueEntries, type ValueEntry } from '../../facts/valueEntries.ts';
import type { Report } from '../../rule/rule.ts';

/** Which values a rule objects to. */
export interface ValueTest {
  readonly families: readonly OperatorFamily[];
  /** What a message says was expected. */
  readonly expected: string;
  readonly isValid: (entry: ValueEntry) => boolean;
}

/** Reports values that are not of the type of their operator; variables are left to another rule (S115). */
export function* checkValues(context: LintContext, test: ValueTest): Iterable<Report> {
  for (const { facts } of context.conditions) {
    if (!test.families.includes(facts.family)) continue;
    for (const entry of valueEntries(context, facts)) {
      if (findVariables(entry.text).length > 0 || test.isValid(entry)) continue;
      yield {
        pointer: entry.pointer,
        message: `found ${quote(entry.text)} under \`${facts.condition.operator.text}\`, expected ${test.expected}`,
      };
    }
  }
}
