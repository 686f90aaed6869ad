import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { finds, trust } from '../_internals/exampleDocuments.ts';
import { checkUniqueIds } from '../_internals/checkUniqueIds.ts';

/** Reports ids of roles as principals. */
export const invalidRoleReference: Rule = {
  id: 'invalid-role-reference',
  group: 'style',
  severity: 'warning',
  aliases: { accessAnalyzer: 'INVALID_ROLE_REFERENCE' },
  reads: ['Principal'],
  doc: 'a principal is the unique id of a role, which AWS writes where the role was deleted',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(trust({ Principal: { AWS: 'AROAXXXXXXXXXXXXXXXXX' } }), {
          at: '/Statement/0/Principal/AWS',
          message:
            'found `AROAXXXXXXXXXXXXXXXXX`, the id of a role that was deleted or that the ARN does not name',
          help: 'write the ARN',
          marks: '"AROAXXXXXXXXXXXXXXXXX"',
        }),
      ],
      good: [
        trust({ Principal: { AWS: 'arn:aws:iam::111122223333:role/r' } }),
        trust({ Principal: { AWS: 'AIDAXXXXXXXXXXXXXXXXX' } }),
      ],
    };
  },
  check: (context) => checkUniqueIds(context, { start: 'AROA', what: 'a role' }),
};
