import { getService } from '@policywright/catalog';
import { quote } from '@policywright/policy/text';
import { keysOf } from '../../facts/actionFit.ts';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { Report } from '../../model/rule.ts';
import { isTagKey } from './isActionKey.ts';

/** Reports services of `Action` none of whose actions has a tag key that the statement needs. */
export function* checkTagKeys(context: LintContext, effect: 'Allow' | 'Deny'): Iterable<Report> {
  const answers = new Map<string, boolean>();
  const hasKey = (prefix: string, facts: ConditionFacts): boolean => {
    const question = `${prefix} ${facts.definition?.name ?? ''}`;
    const answer = answers.get(question) ?? serviceHasKey(prefix, facts);
    answers.set(question, answer);
    return answer;
  };
  for (const { facts, statement } of tagConditions(context, effect, false)) {
    const prefixes = new Set(statement.actions.map((entry) => entry.facts.prefix));
    const without = [...prefixes].filter((prefix) => !hasKey(prefix, facts));
    if (without.length === 0) continue;
    yield {
      pointer: facts.pointer,
      markName: true,
      message: `found the condition key ${quote(facts.condition.key)}, which no action of ${without
        .slice(0, 5)
        .map((prefix) => `\`${prefix}\``)
        .join(', ')} has`,
      help: 'move the actions of these services to a statement without it',
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

function serviceHasKey(prefix: string, { definition }: ConditionFacts): boolean {
  const service = getService(prefix);
  const name = definition?.name.toLowerCase() ?? '';
  if (service === undefined) return true;
  return service.actions.some((action) => keysOf(action).has(name));
}
