import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds, trust } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `role-trust-policy-syntax-error-resource`. */
export const roleTrustPolicySyntaxErrorResource: Rule = {
  id: 'role-trust-policy-syntax-error-resource',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE' },
  reads: ['Resource'],
  get doc(): string {
    return DIAGNOSTIC_CODES['role-trust-policy-syntax-error-resource'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(trust({ Principal: { AWS: '111122223333' }, Resource: '*' }), {
          at: '/Statement/0/Resource',
          message: 'found `Resource`, which a role trust policy does not have',
          help: 'remove it, or check the type of the policy',
          marks: '"*"',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
