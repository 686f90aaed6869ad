import { quote } from '@policywright/policy/text';
import { principalsOf } from '../../facts/principalsOf.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { bucket, finds, trust } from '../_internals/exampleDocuments.ts';

const SAML = { Federated: 'arn:aws:iam::111122223333:saml-provider/idp' };

/** Reports identity providers as principals outside trust policies. */
export const federatedPrincipalNotSupported: Rule = {
  id: 'federated-principal-not-supported',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'FEDERATED_PRINCIPAL_NOT_SUPPORTED' },
  reads: ['Principal'],
  doc: 'an identity provider is the principal of a policy that is no role trust policy',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(bucket({ Principal: SAML }), {
          at: '/Statement/0/Principal/Federated',
          message:
            'found the identity provider `arn:aws:iam::111122223333:saml-provider/idp`, which only role trust policies take as principal',
          help: 'name the role that its users assume',
          marks: '"arn:aws:iam::111122223333:saml-provider/idp"',
        }),
      ],
      good: [
        trust({ Principal: SAML, Action: 'sts:AssumeRoleWithSAML' }),
        bucket({ Principal: { AWS: '111122223333' } }),
      ],
    };
  },
  *check(context) {
    if (context.type === 'trust') return;
    for (const statement of context.statements) {
      for (const { entry, pointer } of principalsOf(context, statement)) {
        if (entry.kind !== 'Federated') continue;
        yield {
          pointer,
          message: `found the identity provider ${quote(entry.value)}, which only role trust policies take as principal`,
          help: 'name the role that its users assume',
        };
      }
    }
  },
};
