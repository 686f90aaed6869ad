import type { Rule, RuleExamples } from '../../rule/rule.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import { checkSize } from '../_internals/documentSize.ts';
import { allow, bucket, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';
import { policyCarrier } from '../_internals/policyCarrier.ts';

const Principal = { AWS: '111122223333' };
const QUEUE = `arn:aws:sqs:eu-west-1:111122223333:${'q'.repeat(8192)}`;

/** Reports resource policies that are larger than any service takes. */
export const policySizeExceedsResourcePolicyQuota: Rule = {
  id: 'policy-size-exceeds-resource-policy-quota',
  group: 'quota',
  severity: 'warning',
  aliases: { accessAnalyzer: 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA' },
  reads: ['Document'],
  doc: 'a resource policy has more than the 20,480 characters of buckets and VPC endpoints, a queue policy more than 8,192 bytes, or a key policy more than 32,768 (S40)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(bucket({ Principal, Resource: `arn:aws:s3:::${'b'.repeat(20_480)}` }), {
          at: '',
          message: 'found 20623 characters, more than the 20480 of a resource policy',
          help: 'split the document, or shorten lists with wildcards',
          marks: '{',
        }),
        finds(
          bucket({
            Principal,
            Action: 'sqs:SendMessage',
            Resource: QUEUE,
          }),
          {
            at: '',
            message: 'found 8360 bytes, more than the 8192 of a queue policy',
            help: 'split the document, or shorten lists with wildcards',
          },
        ),
        finds(
          {
            ...bucket({ Principal, Action: '*', Resource: '*', Sid: 'k'.repeat(32_768) }),
            resourceType: 'AWS::KMS::Key',
          },
          {
            at: '',
            message: 'found 32897 bytes, more than the 32768 of a key policy',
            help: 'split the document, or shorten lists with wildcards',
          },
        ),
        finds(
          documentOf(
            'vpcEndpoint',
            statement('Allow', { Principal: '*', Resource: `arn:aws:s3:::${'b'.repeat(20_480)}` }),
          ),
          { at: '' },
        ),
      ],
      good: [
        bucket({ Principal, Action: 'kms:*', Resource: '*', Sid: 'k'.repeat(30_000) }),
        bucket({ Principal, Resource: `arn:aws:s3:::${'b'.repeat(15_000)}` }),
        documentOf(
          'vpcEndpoint',
          statement('Allow', { Principal: '*', Action: 'sqs:SendMessage', Resource: QUEUE }),
        ),
        bucket({
          Principal,
          Action: ['sqs:SendMessage', 'sns:Publish'],
          Resource: '*',
          Sid: 's'.repeat(9000),
        }),
        allow({ Resource: `arn:aws:s3:::${'b'.repeat(20_480)}` }),
      ],
    };
  },
  *check(context) {
    if (context.type !== 'resource' && context.type !== 'vpcEndpoint') return;
    const service = context.type === 'resource' ? serviceOf(context) : undefined;
    if (service === 'sqs') yield* checkSize(context, { type: 'resource', service }, 'a queue policy');
    else if (service === 'kms') yield* checkSize(context, { type: 'resource', service }, 'a key policy');
    // No other service is known to take more than a VPC endpoint does.
    else yield* checkSize(context, { type: 'vpcEndpoint' }, 'a resource policy');
  },
};

/** The service whose resource carries the policy, or whose actions alone it is about. */
function serviceOf(context: LintContext): string | undefined {
  const carrier = policyCarrier(context);
  if (carrier !== undefined) return carrier.service;
  const prefixes = new Set(context.actions.map(({ facts }) => facts.prefix));
  return prefixes.size === 1 ? [...prefixes][0] : undefined;
}
