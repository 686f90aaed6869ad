import { quote } from '@policywright/policy/text';
import { principalsOf } from '../../facts/principalsOf.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { bucket, finds, trust } from '../_internals/exampleDocuments.ts';

const BUILT_IN: ReadonlySet<string> = new Set([
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
]);
const PROVIDER = /^arn:[a-z-]+:iam::\d{12}:(?:saml-provider\/.|oidc-provider\/(?!https?:).)/;
const SCHEME = /^(arn:[^/]*:oidc-provider\/)https?:\/\//;
const Action = 'sts:AssumeRoleWithWebIdentity';

/** Reports identity providers that are neither ARNs nor one of the built-in ones. */
export const invalidFederatedPrincipalSyntaxInRoleTrustPolicy: Rule = {
  id: 'invalid-federated-principal-syntax-in-role-trust-policy',
  group: 'grammar',
  severity: 'error',
  aliases: {
    accessAnalyzer: 'INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY',
    parliament: 'UNKNOWN_FEDERATION_SOURCE',
  },
  reads: ['Principal'],
  doc: 'a federated principal is neither the ARN of an identity provider nor the domain of a built-in one',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(trust({ Principal: { Federated: 'https://idp.example.com' }, Action }), {
          at: '/Statement/0/Principal/Federated',
          message:
            'found the identity provider `https://idp.example.com`, expected the ARN of a SAML or OIDC provider',
          marks: '"https://idp.example.com"',
        }),
        finds(
          trust({
            Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/https://idp.example.com' },
            Action,
            Condition: { StringEquals: { 'idp.example.com:aud': 'app' } },
          }),
          {
            at: '/Statement/0/Principal/Federated',
            message:
              'found the identity provider `arn:aws:iam::111122223333:oidc-provider/https://idp.example.com`, expected the ARN of a SAML or OIDC provider',
            help: 'did you mean `arn:aws:iam::111122223333:oidc-provider/idp.example.com`',
          },
        ),
      ],
      good: [
        trust({ Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/https:idp' }, Action }),
        trust({ Principal: { Federated: 'cognito-identity.amazonaws.com' }, Action }),
        trust({
          Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/idp.example.com' },
          Action,
        }),
        trust({
          Principal: { Federated: ['accounts.google.com', 'graph.facebook.com', 'www.amazon.com'] },
          Action,
        }),
        trust({ Principal: { Service: 'ec2.amazonaws.com' } }),
        // Of wildcards other rules speak, and of policies of resources.
        trust({ Principal: { Federated: '*' }, Action }),
        bucket({ Principal: { Federated: 'https://idp.example.com' } }),
      ],
    };
  },
  *check(context) {
    if (context.type !== 'trust') return;
    for (const statement of context.statements) {
      for (const { entry, pointer } of principalsOf(context, statement)) {
        const { kind, value } = entry;
        if (kind !== 'Federated' || BUILT_IN.has(value) || PROVIDER.test(value) || /[*]|\$\{/.test(value))
          continue;
        yield {
          pointer,
          message: `found the identity provider ${quote(value)}, expected the ARN of a SAML or OIDC provider`,
          help: SCHEME.test(value) ? `did you mean ${quote(value.replace(SCHEME, '$1'))}` : undefined,
        };
      }
    }
  },
};
