import { quote } from '@policywright/policy/text';
import type { LintContext } from '../../facts/lintContext.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import { replaceValue } from '../../fix/edits.ts';
import type { Rule } from '../../model/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports actions and patterns that match no action of their service. */
export const invalidAction: Rule = {
  id: 'invalid-action',
  group: 'unknown',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_ACTION', parliament: 'UNKNOWN_ACTION' },
  reads: ['Action'],
  doc: 'an action does not exist, or a pattern matches no action of its service',
  examples: {
    bad: [
      finds(allow({ Action: ['ecs:RunTsak', 'ecs:RunTask'], Resource: '*' }), {
        at: '/Statement/0/Action/0',
        message: 'found `ecs:RunTsak`, which is no action of `ecs`',
        help: 'did you mean `ecs:RunTask`',
      }),
      finds(allow({ Action: 'ecs:Fetch*', Resource: '*' }), { at: '/Statement/0/Action' }),
      finds(allow({ Action: 'ecs:ListClusterz', Resource: '*' }), { at: '/Statement/0/Action' }),
    ],
    good: [
      allow({ Action: ['ECS:runtask', 'ecs:Run*'], Resource: '*' }),
      allow({ Action: '*', Resource: '*' }),
    ],
  },
  *check(context) {
    for (const { statement, entry } of unknownEntries(context)) {
      const { facts, pointer } = entry;
      if (facts.hasWildcard) {
        yield {
          pointer,
          message: `found ${quote(facts.text)}, which matches no action of \`${facts.prefix}\``,
        };
        continue;
      }
      const help = context.suggestAction(facts.text);
      const meant = help?.split('`')[1];
      yield {
        pointer,
        message: `found ${quote(facts.text)}, which is no action of \`${facts.prefix}\``,
        help,
        fix: isNew(statement, meant)
          ? replaceValue(context, pointer, { json: JSON.stringify(meant), keepsDecisions: false })
          : undefined,
      };
    }
  },
};

/** The entries of known services that match no action. */
function* unknownEntries(
  context: LintContext,
): Iterable<{ readonly statement: StatementFacts; readonly entry: StatementFacts['actions'][number] }> {
  for (const statement of context.statements) {
    for (const entry of statement.actions) {
      const { facts } = entry;
      if (entry.unknown || facts.prefix === '' || facts.expanded.length > 0) continue;
      if (facts.hasKnownService && !/\s|^$/.test(facts.name)) yield { statement, entry };
    }
  }
}

/** Whether the list does not have the action yet: a fix must not make a duplicate. */
function isNew({ actions }: StatementFacts, name: string | undefined): name is string {
  return name !== undefined && !actions.some(({ facts }) => facts.matches(name));
}
