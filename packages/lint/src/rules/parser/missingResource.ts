import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, documentOf, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `missing-resource`. */
export const missingResource: Rule = {
  id: 'missing-resource',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'MISSING_RESOURCE', parliament: 'MALFORMED' },
  reads: ['Resource'],
  get doc(): string {
    return DIAGNOSTIC_CODES['missing-resource'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(documentOf('identity', { Effect: 'Allow', Action: 's3:GetObject' }), {
          at: '/Statement/0',
          message: 'found a statement without `Resource` or `NotResource`',
          marks: '{',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
