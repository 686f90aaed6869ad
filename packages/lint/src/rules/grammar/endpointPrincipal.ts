import { quote } from '@policywright/policy/text';
import { principalsOf } from '../../facts/principalsOf.ts';
import type { Rule } from '../../model/rule.ts';
import { documentOf, finds } from '../_internals/exampleDocuments.ts';

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

/** Reports principals of endpoint policies that gateway endpoints do not take. */
export const endpointPrincipal: Rule = {
  id: 'endpoint-principal',
  group: 'grammar',
  severity: 'warning',
  aliases: {},
  reads: ['Principal'],
  doc: 'a VPC endpoint policy names a principal, where gateway endpoints take only `*` and an account means its root user (S33)',
  examples: {
    bad: [
      finds(documentOf('vpcEndpoint', { ...statement, Principal: { AWS: '111122223333' } }), {
        at: '/Statement/0/Principal/AWS',
        message: 'found the principal `111122223333`, which gateway endpoints do not take',
        help: 'write `*`, and narrow it with a condition on `aws:PrincipalArn` or `aws:PrincipalAccount`',
      }),
    ],
    good: [
      documentOf('vpcEndpoint', {
        ...statement,
        Principal: '*',
        Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } },
      }),
    ],
  },
  *check(context) {
    if (context.type !== 'vpcEndpoint') return;
    for (const statement of context.statements) {
      for (const { entry, pointer } of principalsOf(context, statement)) {
        if (entry.kind !== 'AWS' || entry.value === '*') continue;
        yield {
          pointer,
          message: `found the principal ${quote(entry.value)}, which gateway endpoints do not take`,
          help: 'write `*`, and narrow it with a condition on `aws:PrincipalArn` or `aws:PrincipalAccount`',
        };
      }
    }
  },
};
