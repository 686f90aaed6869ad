import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { finds, trust } from '../_internals/exampleDocuments.ts';
import { checkUniqueIds } from '../_internals/checkUniqueIds.ts';

/** Reports ids of users as principals. */
export const invalidUserReference: Rule = {
  id: 'invalid-user-reference',
  group: 'style',
  severity: 'warning',
  aliases: { accessAnalyzer: 'INVALID_USER_REFERENCE' },
  reads: ['Principal'],
  doc: 'a principal is the unique id of a user, which AWS writes where the user was deleted',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(trust({ Principal: { AWS: 'AIDAXXXXXXXXXXXXXXXXX' } }), {
          at: '/Statement/0/Principal/AWS',
          message:
            'found `AIDAXXXXXXXXXXXXXXXXX`, the id of a user that was deleted or that the ARN does not name',
          help: 'write the ARN',
          marks: '"AIDAXXXXXXXXXXXXXXXXX"',
        }),
      ],
      good: [
        trust({ Principal: { AWS: 'arn:aws:iam::111122223333:user/u' } }),
        trust({ Principal: { AWS: 'AROAXXXXXXXXXXXXXXXXX' } }),
      ],
    };
  },
  check: (context) => checkUniqueIds(context, { start: 'AIDA', what: 'a user' }),
};
