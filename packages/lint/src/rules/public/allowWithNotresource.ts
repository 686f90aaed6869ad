import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';

/** Reports `NotResource` in Allow statements. */
export const allowWithNotresource: Rule = {
  id: 'allow-with-notresource',
  group: 'public',
  severity: 'warning',
  aliases: { parliament: 'NOTRESOURCE_WITH_ALLOW' },
  reads: ['Resource'],
  doc: 'an Allow statement has `NotResource`, which grants all other resources, those to come included (S57)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ NotResource: 'arn:aws:s3:::b/*' }), {
          at: '/Statement/0/NotResource',
          message: 'found `NotResource` in an Allow statement, which grants every other resource',
          help: 'name the resources with `Resource`, or use Deny for those that are not to be allowed',
          marks: '"NotResource"',
        }),
      ],
      good: [
        deny({ NotResource: 'arn:aws:s3:::b/*' }),
        allow({}),
        documentOf('scp', statement('Allow', { NotResource: 'arn:aws:s3:::b/*' })),
      ],
    };
  },
  *check(context) {
    if (!context.grants) return;
    for (const { allows, statement, resourcePointer } of context.statements) {
      if (!allows || statement.resource?.negated !== true) continue;
      yield {
        pointer: resourcePointer,
        markName: true,
        message: 'found `NotResource` in an Allow statement, which grants every other resource',
        help: 'name the resources with `Resource`, or use Deny for those that are not to be allowed',
      };
    }
  },
};
