import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';

/** Reports `NotAction` in Deny statements, for reviews. */
export const denyNotactionReview: Rule = {
  id: 'deny-notaction-review',
  group: 'style',
  severity: 'info',
  aliases: {},
  reads: ['Action'],
  doc: 'a Deny statement has `NotAction`, which denies every action but those listed',
  optIn: true,
  get examples(): RuleExamples {
    return {
      bad: [
        finds(deny({ NotAction: 'iam:*' }), {
          at: '/Statement/0/NotAction',
          message: 'found `NotAction` in a Deny statement, which denies all but these actions',
          marks: '"NotAction"',
        }),
      ],
      good: [allow({ NotAction: 'iam:*' }), deny({})],
    };
  },
  *check({ statements }) {
    for (const { allows, statement, actionPointer } of statements) {
      if (allows || !statement.action.negated) continue;
      yield {
        pointer: actionPointer,
        markName: true,
        message: 'found `NotAction` in a Deny statement, which denies all but these actions',
      };
    }
  },
};
