import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, documentOf, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `missing-action`. */
export const missingAction: Rule = {
  id: 'missing-action',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'MISSING_ACTION', parliament: 'MALFORMED' },
  reads: ['Action'],
  get doc(): string {
    return DIAGNOSTIC_CODES['missing-action'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(documentOf('identity', { Effect: 'Allow', Resource: '*' }), {
          at: '/Statement/0',
          message: 'found a statement without `Action` or `NotAction`',
          marks: '{',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
