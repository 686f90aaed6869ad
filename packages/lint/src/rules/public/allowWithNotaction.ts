import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';

/** Reports `NotAction` in Allow statements. */
export const allowWithNotaction: Rule = {
  id: 'allow-with-notaction',
  group: 'public',
  severity: 'suggestion',
  aliases: {},
  reads: ['Action'],
  doc: 'an Allow statement has `NotAction`, which grants all other actions, those of services to come included (S67)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ NotAction: 'iam:*', Resource: '*' }), {
          at: '/Statement/0/NotAction',
          message: 'found `NotAction` in an Allow statement, which grants every other action',
          help: 'name the actions with `Action`, or use Deny for what is not to be allowed',
          marks: '"NotAction"',
        }),
      ],
      good: [
        deny({ NotAction: 'iam:*', Resource: '*' }),
        documentOf('scp', statement('Allow', { NotAction: 'iam:*' })),
        allow({}),
        // Of both together another rule speaks.
        allow({ NotAction: 'iam:*', NotResource: 'arn:aws:s3:::b/*' }),
      ],
    };
  },
  *check(context) {
    if (!context.grants) return;
    for (const { allows, statement, actionPointer } of context.statements) {
      if (!allows || !statement.action.negated || statement.resource?.negated === true) continue;
      yield {
        pointer: actionPointer,
        markName: true,
        message: 'found `NotAction` in an Allow statement, which grants every other action',
        help: 'name the actions with `Action`, or use Deny for what is not to be allowed',
      };
    }
  },
};
