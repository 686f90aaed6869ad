import type { Rule } from '../../model/rule.ts';
import { checkSize } from '../_internals/documentSize.ts';
import { bucket, finds } from '../_internals/exampleDocuments.ts';

const Principal = { AWS: '111122223333' };

/** Reports resource policies that are larger than any service takes. */
export const policySizeExceedsResourcePolicyQuota: Rule = {
  id: 'policy-size-exceeds-resource-policy-quota',
  group: 'quota',
  severity: 'warning',
  aliases: { accessAnalyzer: 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA' },
  reads: ['Document'],
  doc: 'a resource policy has more than the 20,480 characters of buckets and VPC endpoints, or a queue policy more than 8,192 bytes (S40)',
  examples: {
    bad: [
      finds(bucket({ Principal, Resource: `arn:aws:s3:::${'b'.repeat(20_480)}` }), {
        at: '',
        message: 'found 20623 characters, more than the 20480 of a resource policy',
        help: 'split the document, or shorten lists with wildcards',
      }),
      finds(
        bucket({
          Principal,
          Action: 'sqs:SendMessage',
          Resource: `arn:aws:sqs:eu-west-1:111122223333:${'q'.repeat(8192)}`,
        }),
        { at: '' },
      ),
    ],
    good: [bucket({ Principal, Resource: `arn:aws:s3:::${'b'.repeat(15_000)}` })],
  },
  *check(context) {
    if (context.type !== 'resource' && context.type !== 'vpcEndpoint') return;
    const isQueue = context.statements.every(({ actions }) =>
      actions.every(({ facts }) => facts.prefix === 'sqs'),
    );
    yield* isQueue && context.type === 'resource'
      ? checkSize(context, { type: 'resource', service: 'sqs' }, 'a queue policy')
      : // No service is known to take more than a VPC endpoint does.
        checkSize(context, { type: 'vpcEndpoint' }, 'a resource policy');
  },
};
