import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds, trust } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `role-trust-policy-syntax-error-notprincipal`. */
export const roleTrustPolicySyntaxErrorNotprincipal: Rule = {
  id: 'role-trust-policy-syntax-error-notprincipal',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL' },
  reads: ['Principal'],
  get doc(): string {
    return DIAGNOSTIC_CODES['role-trust-policy-syntax-error-notprincipal'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(trust({ Effect: 'Deny', NotPrincipal: { AWS: '111122223333' } }), {
          at: '/Statement/0/NotPrincipal',
          message: 'found `NotPrincipal`, which a role trust policy does not have',
          help: 'remove it, or check the type of the policy',
          marks: '{',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
