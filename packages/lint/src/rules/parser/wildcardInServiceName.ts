import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `wildcard-in-service-name`. */
export const wildcardInServiceName: Rule = {
  id: 'wildcard-in-service-name',
  group: 'style',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'WILDCARD_IN_SERVICE_NAME' },
  reads: ['Action', 'Resource'],
  get doc(): string {
    return DIAGNOSTIC_CODES['wildcard-in-service-name'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: 's*:GetObject' }), {
          at: '/Statement/0/Action',
          message: 'found `s*:GetObject` in `Action`, expected no wildcard in the service prefix',
          marks: '"s*:GetObject"',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
