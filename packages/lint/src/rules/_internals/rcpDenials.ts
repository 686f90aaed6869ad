import { readBoolean } from '@policywright/conditions/values';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';

/** A denial that also holds for requests without a key. */
export interface OpenDenial {
  readonly statement: StatementFacts;
  /** The first condition on such a key. */
  readonly facts: ConditionFacts;
}

/** The Deny statements of a resource control policy whose conditions on certain keys hold without the key too. */
export function openDenials(context: LintContext, hasKey: (key: string) => boolean): readonly OpenDenial[] {
  if (context.type !== 'rcp') return [];
  return context.statements
    .filter(({ allows }) => !allows)
    .flatMap((statement) => {
      const facts = statement.conditions.find(({ key, needsKey }) => !needsKey && hasKey(key));
      return facts === undefined ? [] : [{ statement, facts }];
    });
}

/** Whether a statement is about the calls of service principals alone, or about all calls but those. */
export function isAbout(callers: 'services' | 'others', { conditions }: StatementFacts): boolean {
  const wanted = callers === 'services';
  return conditions.some(({ key, family, negated, values }) => {
    if (key !== 'aws:principalisawsservice' || negated || family === 'Null') return false;
    return values.every((value) => readBoolean(value) === wanted);
  });
}
