import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `invalid-policy-element`. */
export const invalidPolicyElement: Rule = {
  id: 'invalid-policy-element',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_POLICY_ELEMENT', parliament: 'MALFORMED' },
  reads: ['Document'],
  get doc(): string {
    return DIAGNOSTIC_CODES['invalid-policy-element'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Actions: 's3:GetObject' }), {
          at: '/Statement/0/Actions',
          message:
            'found the unknown element `Actions`, expected one of `Sid`, `Effect`, `Principal`, `NotPrincipal`, `Action`, `NotAction`, `Resource`, `NotResource`, `Condition`',
          help: 'did you mean `Action`',
          marks: '"Actions"',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
