import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';

/** Reports `NotResource` in Deny statements, for reviews. */
export const denyNotresourceReview: Rule = {
  id: 'deny-notresource-review',
  group: 'style',
  severity: 'info',
  aliases: {},
  reads: ['Resource'],
  doc: 'a Deny statement has `NotResource`, which denies every resource but those listed',
  optIn: true,
  get examples(): RuleExamples {
    return {
      bad: [
        finds(deny({ NotResource: 'arn:aws:s3:::b' }), {
          at: '/Statement/0/NotResource',
          message: 'found `NotResource` in a Deny statement, which denies all but these resources',
          marks: '"NotResource"',
        }),
      ],
      good: [allow({ NotResource: 'arn:aws:s3:::b' }), deny({})],
    };
  },
  *check({ statements }) {
    for (const { allows, statement, resourcePointer } of statements) {
      if (allows || statement.resource?.negated !== true) continue;
      yield {
        pointer: resourcePointer,
        markName: true,
        message: 'found `NotResource` in a Deny statement, which denies all but these resources',
      };
    }
  },
};
