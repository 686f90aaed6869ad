import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { bucket, documentOf, finds, trust } from '../_internals/exampleDocuments.ts';

/** Reports `"Principal": "*"` in trust policies. */
export const roleTrustPolicyUnsupportedWildcardInPrincipal: Rule = {
  id: 'role-trust-policy-unsupported-wildcard-in-principal',
  group: 'public',
  severity: 'error',
  aliases: { accessAnalyzer: 'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL' },
  reads: ['Principal'],
  doc: 'a role trust policy has `*` alone as its principal, which IAM does not accept',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(trust({ Principal: '*' }), {
          at: '/Statement/0/Principal',
          message: 'found `"*"` as the principal of a role trust policy',
          help: 'name accounts, roles or services; `{ "AWS": "*" }` only with a condition on the callers',
          marks: '"*"',
        }),
      ],
      good: [
        trust({
          Principal: { AWS: '*' },
          Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
        }),
        trust({ Principal: '111122223333' }),
        documentOf('trust', { Effect: 'Deny', NotPrincipal: '*', Action: 'sts:AssumeRole' }),
        bucket({ Principal: '*' }),
      ],
    };
  },
  *check(context) {
    if (context.type !== 'trust') return;
    for (const { principalPointer } of context.statements) {
      // Of other texts, and of `NotPrincipal` in a trust policy, other rules speak.
      if (context.nodeAt(principalPointer)?.kind !== 'string') continue;
      yield {
        pointer: principalPointer,
        message: 'found `"*"` as the principal of a role trust policy',
        help: 'name accounts, roles or services; `{ "AWS": "*" }` only with a condition on the callers',
      };
    }
  },
};
