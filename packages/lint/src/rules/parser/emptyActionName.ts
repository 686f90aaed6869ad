import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `empty-action-name`. */
export const emptyActionName: Rule = {
  id: 'empty-action-name',
  group: 'grammar',
  severity: 'error',
  aliases: {},
  reads: ['Action'],
  get doc(): string {
    return DIAGNOSTIC_CODES['empty-action-name'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: 's3:' }), {
          at: '/Statement/0/Action',
          message: 'found `s3:` in `Action`, expected a name after the colon',
          marks: '"s3:"',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
