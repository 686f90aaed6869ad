import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, documentOf, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `missing-effect`. */
export const missingEffect: Rule = {
  id: 'missing-effect',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'MISSING_EFFECT', parliament: 'MALFORMED' },
  reads: ['Effect'],
  get doc(): string {
    return DIAGNOSTIC_CODES['missing-effect'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(documentOf('identity', { Action: 's3:GetObject', Resource: '*' }), {
          at: '/Statement/0',
          message: 'found a statement without `Effect`',
          help: 'add `"Effect": "Allow"` or `"Effect": "Deny"`',
          marks: '{',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
