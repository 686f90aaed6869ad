import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `action-whitespace`. */
export const actionWhitespace: Rule = {
  id: 'action-whitespace',
  group: 'style',
  severity: 'error',
  aliases: {},
  reads: ['Action'],
  get doc(): string {
    return DIAGNOSTIC_CODES['action-whitespace'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: 's3:GetObject ' }), {
          at: '/Statement/0/Action',
          message: 'found `s3:GetObject ` in `Action`, expected no white space: it matches no action',
          marks: '"s3:GetObject "',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
