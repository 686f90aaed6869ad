import { quote } from '@policywright/policy/text';
import type { Rule } from '../../model/rule.ts';
import { bucket, documentOf, finds, statement, trust } from '../_internals/exampleDocuments.ts';
import { trustedServices } from '../_internals/servicePrincipals.ts';

const Principal = { Service: 'cloudtrail.amazonaws.com' };

/** Reports services that may call for anybody's resources. */
export const restrictAccessToServicePrincipal: Rule = {
  id: 'restrict-access-to-service-principal',
  group: 'public',
  severity: 'warning',
  aliases: { accessAnalyzer: 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL' },
  reads: ['Principal', 'Condition'],
  doc: 'a resource policy trusts a service without a condition, also when it calls for resources of others: the confused deputy (S181)',
  examples: {
    bad: [
      finds(bucket({ Principal }), {
        at: '/Statement/0/Principal/Service',
        message:
          'found the service principal `cloudtrail.amazonaws.com` without a condition on the source for which it calls',
        help: 'add a condition on `aws:SourceArn` or `aws:SourceAccount`',
        marks: '"cloudtrail.amazonaws.com"',
      }),
    ],
    good: [
      bucket({
        Principal,
        Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:*:111122223333:trail/t' } },
      }),
      trust({ Principal: { Service: 'ec2.amazonaws.com' } }),
      // Of that another rule speaks.
      bucket({
        Principal,
        Action: 's3:PutObject',
        Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
      }),
      bucket({ Principal: { AWS: '111122223333' } }),
      bucket({ NotPrincipal: Principal }),
      documentOf('resource', statement('Deny', { Principal })),
    ],
  },
  *check(context) {
    for (const statement of context.statements) {
      if (statement.conditions.length > 0) continue;
      for (const { entry, pointer } of trustedServices(context, statement)) {
        yield {
          pointer,
          message: `found the service principal ${quote(entry.value)} without a condition on the source for which it calls`,
          help: 'add a condition on `aws:SourceArn` or `aws:SourceAccount`',
        };
      }
    }
  },
};
