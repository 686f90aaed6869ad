import type { Rule } from '../../model/rule.ts';
import { finds, trust } from '../_internals/exampleDocuments.ts';
import { GITHUB, oidcProviders } from '../_internals/oidcProviders.ts';

const Principal = { Federated: 'arn:aws:iam::111122223333:oidc-provider/idp.example.com' };
const Action = 'sts:AssumeRoleWithWebIdentity';

/** Reports trust in all users of an OIDC provider. */
export const missingConditionKeyForOidcPrincipal: Rule = {
  id: 'missing-condition-key-for-oidc-principal',
  group: 'public',
  severity: 'warning',
  aliases: { accessAnalyzer: 'MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL' },
  reads: ['Principal', 'Condition'],
  doc: 'a trust policy names an OIDC provider without a condition on any of its claims, so that all its users can assume the role',
  examples: {
    bad: [
      finds(trust({ Principal, Action }), {
        at: '/Statement/0/Principal/Federated',
        message:
          'found trust in `idp.example.com` without a condition on its claims, so that all its users can assume the role',
        help: 'add a condition on `idp.example.com:aud` or `idp.example.com:sub`',
      }),
      finds(trust({ Principal, Action, Condition: { StringLikeIfExists: { 'idp.example.com:sub': 'a' } } }), {
        at: '/Statement/0/Principal/Federated',
      }),
    ],
    good: [trust({ Principal, Action, Condition: { StringEquals: { 'idp.example.com:aud': 'app' } } })],
  },
  *check(context) {
    for (const statement of context.statements) {
      for (const { address, pointer } of oidcProviders(context, statement)) {
        const isNarrowed = statement.conditions.some(
          (facts) => facts.needsKey && facts.key.startsWith(`${address}:`),
        );
        if (isNarrowed || address === GITHUB) continue;
        yield {
          pointer,
          message: `found trust in \`${address}\` without a condition on its claims, so that all its users can assume the role`,
          help: `add a condition on \`${address}:aud\` or \`${address}:sub\``,
        };
      }
    }
  },
};
