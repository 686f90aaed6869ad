import { parseServicePrincipal } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import { principalsOf } from '../../facts/principalsOf.ts';
import type { Rule } from '../../model/rule.ts';
import { bucket, finds, trust } from '../_internals/exampleDocuments.ts';

/** Reports service principals that are no domain of AWS. */
export const invalidServicePrincipalFormat: Rule = {
  id: 'invalid-service-principal-format',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_SERVICE_PRINCIPAL_FORMAT' },
  reads: ['Principal'],
  doc: 'a service principal is not of the form `service.amazonaws.com`, nor of the regional `service.region.amazonaws.com` (S137)',
  examples: {
    bad: [
      finds(trust({ Principal: { Service: 'ec2' } }), {
        at: '/Statement/0/Principal/Service',
        message: 'found the service principal `ec2`, expected the form `service.amazonaws.com`',
      }),
      finds(trust({ Principal: { Service: 'https://ec2.amazonaws.com' } }), {
        at: '/Statement/0/Principal/Service',
      }),
    ],
    good: [
      trust({ Principal: { Service: ['ec2.amazonaws.com', 'logs.eu-west-1.amazonaws.com'] } }),
      bucket({ Principal: { Service: ['s3.ap-east-1.amazonaws.com', 'sns.cn-north-1.amazonaws.com.cn'] } }),
    ],
  },
  *check(context) {
    for (const statement of context.statements) {
      for (const { entry, pointer } of principalsOf(context, statement)) {
        const { kind, value } = entry;
        if (kind !== 'Service' || /[*]|\$\{/.test(value)) continue;
        if (parseServicePrincipal(value) !== undefined) continue;
        yield {
          pointer,
          message: `found the service principal ${quote(value)}, expected the form \`service.amazonaws.com\``,
        };
      }
    }
  },
};
