import { quote, quoteAll } from '@policywright/policy/text';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import { canHaveKey, isTagKey } from '../../facts/keyPresence.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { Report } from '../../model/rule.ts';

/** Reports tag keys that a statement needs and that requests for some of its actions never have. */
export function* checkTagKeys(context: LintContext, effect: 'Allow' | 'Deny'): Iterable<Report> {
  for (const { facts, statement } of tagConditions(context, effect, false)) {
    const without = statement.actions
      .filter(({ unknown }) => !unknown)
      .map((entry) => entry.facts)
      .filter(({ catalogActions }) => catalogActions.length > 0)
      .filter(({ catalogActions }) => catalogActions.every((action) => canHaveKey(action, facts) === false));
    if (without.length === 0) continue;
    yield {
      pointer: facts.pointer,
      markName: true,
      message: `found the condition key ${quote(facts.condition.key)}, which requests for ${quoteAll(without.map(({ text }) => text))} never have`,
      help: 'move these actions to a statement without it',
    };
  }
}

/** Reports tag keys beside `NotAction`, where most services do not have them. */
export function* checkTagKeysOfNotAction(context: LintContext, effect: 'Allow' | 'Deny'): Iterable<Report> {
  for (const { facts } of tagConditions(context, effect, true)) {
    yield {
      pointer: facts.pointer,
      markName: true,
      message: `found the condition key ${quote(facts.condition.key)} beside \`NotAction\`: actions without this key never match`,
      help: 'name the actions with `Action`',
    };
  }
}

function tagConditions(
  { statements }: LintContext,
  effect: 'Allow' | 'Deny',
  negated: boolean,
): readonly { readonly facts: ConditionFacts; readonly statement: StatementFacts }[] {
  return statements
    .filter(({ statement }) => statement.effect === effect && statement.action.negated === negated)
    .flatMap((statement) =>
      statement.conditions
        .filter((facts) => facts.needsKey && isTagKey(facts))
        .map((facts) => ({ facts, statement })),
    );
}
