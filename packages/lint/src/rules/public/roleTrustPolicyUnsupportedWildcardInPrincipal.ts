import type { Rule } from '../../model/rule.ts';
import { finds, trust } from '../_internals/exampleDocuments.ts';

/** Reports `"Principal": "*"` in trust policies. */
export const roleTrustPolicyUnsupportedWildcardInPrincipal: Rule = {
  id: 'role-trust-policy-unsupported-wildcard-in-principal',
  group: 'public',
  severity: 'error',
  aliases: { accessAnalyzer: 'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL' },
  reads: ['Principal'],
  doc: 'a role trust policy has `*` alone as its principal, which IAM does not accept',
  examples: {
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
    ],
  },
  *check(context) {
    if (context.type !== 'trust') return;
    for (const { principalPointer, statement } of context.statements) {
      const node = context.nodeAt(principalPointer);
      if (
        !statement.principal ||
        node?.kind !== 'string' ||
        node.value !== '*' ||
        statement.principal.negated
      )
        continue;
      yield {
        pointer: principalPointer,
        message: 'found `"*"` as the principal of a role trust policy',
        help: 'name accounts, roles or services; `{ "AWS": "*" }` only with a condition on the callers',
      };
    }
  },
};
