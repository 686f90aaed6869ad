import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `wildcard-in-resource-type`. */
export const wildcardInResourceType: Rule = {
  id: 'wildcard-in-resource-type',
  group: 'grammar',
  severity: 'warning',
  aliases: {},
  reads: ['Resource'],
  get doc(): string {
    return DIAGNOSTIC_CODES['wildcard-in-resource-type'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: 'iam:GetUser', Resource: 'arn:aws:iam::111122223333:us*/bob' }), {
          at: '/Statement/0/Resource',
          message:
            'found `arn:aws:iam::111122223333:us*/bob` in `Resource`, expected a literal type, such as `role/`, before the first slash',
          marks: '"arn:aws:iam::111122223333:us*/bob"',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
