import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, documentOf, finds } from '../_internals/exampleDocuments.ts';

/** Reports Allow statements that say neither what nor on what. */
export const notactionAndNotresource: Rule = {
  id: 'notaction-and-notresource',
  group: 'public',
  severity: 'warning',
  aliases: {},
  reads: ['Action', 'Resource'],
  doc: 'an Allow statement has both `NotAction` and `NotResource`, and so grants nearly everything',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ NotAction: 'iam:*', NotResource: 'arn:aws:s3:::b/*' }), {
          at: '/Statement/0/NotAction',
          message:
            'found `NotAction` with `NotResource` in an Allow statement, which grants nearly everything',
          marks: '"NotAction"',
        }),
      ],
      good: [
        allow({}),
        // What only filters grants nothing.
        documentOf('scp', { Effect: 'Allow', NotAction: 'iam:*', NotResource: 'arn:aws:s3:::b/*' }),
        allow({ NotAction: 'iam:*' }),
        allow({ NotResource: 'arn:aws:s3:::b/*' }),
        deny({ NotAction: 'iam:*', NotResource: 'arn:aws:s3:::b/*' }),
      ],
    };
  },
  *check({ grants, statements }) {
    if (!grants) return;
    for (const { allows, statement, actionPointer } of statements) {
      if (!allows || !statement.action.negated || statement.resource?.negated !== true) continue;
      yield {
        pointer: actionPointer,
        markName: true,
        message: 'found `NotAction` with `NotResource` in an Allow statement, which grants nearly everything',
      };
    }
  },
};
