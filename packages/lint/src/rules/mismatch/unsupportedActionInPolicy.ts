import { quote } from '@policywright/policy/text';
import { hasKnownService } from '../../facts/catalogActions.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, bucket, finds, trust } from '../_internals/exampleDocuments.ts';
import { policyCarrier } from '../_internals/policyCarrier.ts';

const Principal = { AWS: '111122223333' };

/** Reports actions that requests to the resource which carries the policy are never about. */
export const unsupportedActionInPolicy: Rule = {
  id: 'unsupported-action-in-policy',
  group: 'mismatch',
  severity: 'error',
  aliases: { accessAnalyzer: 'UNSUPPORTED_ACTION_IN_POLICY' },
  reads: ['Action'],
  doc: 'a trust policy has an action that is not of STS, or a resource policy one that the type of the resource does not have',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(trust({ Principal, Action: ['sts:AssumeRole', 's3:GetObject'] }), {
          at: '/Statement/0/Action/1',
          message: 'found `s3:GetObject` in a role trust policy, which is about actions of `sts` only',
          marks: '"s3:GetObject"',
        }),
        finds(bucket({ Principal, Action: ['s3:GetObject', 'kms:Decrypt'] }), {
          at: '/Statement/0/Action/1',
          message:
            'found `kms:Decrypt` in the policy of a resource of the service `s3`, which is about actions of `s3` only',
        }),
        finds(
          {
            ...bucket({ Principal, Action: ['kms:Decrypt', 'sqs:*'], Resource: '*' }),
            resourceType: 'AWS::SQS::Queue',
          },
          {
            at: '/Statement/0/Action/0',
            message:
              'found `kms:Decrypt` in the policy of a resource of the type `AWS::SQS::Queue`, which is about actions of `sqs` only',
          },
        ),
      ],
      good: [
        trust({ Principal, Action: 'sts:*' }),
        bucket({ Principal, Action: ['s3:*', '*'] }),
        // Of which resource it is nobody says.
        bucket({ Principal, Action: ['s3:GetObject', 'kms:Decrypt'], Resource: '*' }),
        bucket({
          Principal,
          Action: ['s3:GetObject', 'kms:Decrypt'],
          Resource: ['arn:aws:s3:::b/*', 'arn:aws:kms:eu-west-1:111122223333:key/a'],
        }),
        bucket({ Principal, Action: ['s3:GetObject', 'kms:Decrypt'], Resource: 'ARN:aws:s3:::b/*' }),
        bucket({ Principal, Action: ['s3:GetObject', 'kms:Decrypt'], Resource: ['*', 'arn:aws:s3:::b/*'] }),
        // Instances carry no policy that this knows of.
        bucket({
          Principal,
          Action: ['ec2:StopInstances', 's3:GetObject'],
          Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
        }),
        allow({ Action: ['s3:GetObject', 'kms:Decrypt'] }),
      ],
    };
  },
  *check(context) {
    const about = scopeOf(context);
    if (about === undefined) return;
    for (const entry of context.actions) {
      const { facts, unknown } = entry;
      if (unknown || facts.prefix === about.service || !hasKnownService(facts)) continue;
      yield {
        pointer: entry.pointer,
        message: `found ${quote(facts.text)} in ${about.where}, which is about actions of \`${about.service}\` only`,
      };
    }
  },
};

function scopeOf(context: LintContext): { readonly service: string; readonly where: string } | undefined {
  if (context.policy.type === 'trust') return { service: 'sts', where: 'a role trust policy' };
  const carrier = policyCarrier(context);
  return carrier && { service: carrier.service, where: `the policy of a resource of ${carrier.title}` };
}
