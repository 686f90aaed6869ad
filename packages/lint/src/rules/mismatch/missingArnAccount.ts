import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { arnReadings } from '../_internals/arnReadings.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { isOwnedByAws } from '../_internals/isOwnedByAws.ts';

/** Reports ARNs without the account that their resources have. */
export const missingArnAccount: Rule = {
  id: 'missing-arn-account',
  group: 'mismatch',
  severity: 'error',
  aliases: { accessAnalyzer: 'MISSING_ARN_ACCOUNT' },
  reads: ['Resource'],
  doc: 'a resource ARN has no account, which every ARN of this resource type has (S43)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west-1::q' }), {
          at: '/Statement/0/Resource',
          message:
            'found `arn:aws:sqs:eu-west-1::q` without an account, which ARNs of this resource type have',
          help: 'expected the form `arn:${Partition}:sqs:${Region}:${Account}:${QueueName}`',
          marks: '"arn:aws:sqs:eu-west-1::q"',
        }),
        finds(allow({ Action: 'iam:GetRole', Resource: ['arn:aws:iam:::role/a', 'arn:aws:iam::*:role/b'] }), {
          at: '/Statement/0/Resource/0',
        }),
        finds(allow({ Action: 'ssm:GetParameter', Resource: 'arn:aws:ssm:eu-west-1::parameter/a' }), {
          at: '/Statement/0/Resource',
        }),
        finds(allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:${region}::${queue}' }), {
          at: '/Statement/0/Resource',
        }),
      ],
      good: [
        allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:${region}:${account_id}:${queue}' }),

        allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west-1:*:q' }),
        allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west-1:${aws:PrincipalAccount}:q' }),
        allow({ Resource: 'arn:aws:s3:::b/*' }),
        allow({ Action: 'ec2:RunInstances', Resource: 'arn:aws:ec2:eu-west-1::*' }),
        allow({
          Action: ['ssm:GetDocument', 'ssm:GetParameter'],
          Resource: ['arn:aws:ssm:*::document/AWS-*', 'arn:aws:ssm:*::parameter/aws/service/*'],
        }),
        // Of these, other things are wrong.
        allow({ Action: 'iam:GetRole', Resource: 'arn:aws:iam:::roles/a' }),
        allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west-1::' }),
        // These are of AWS, or can be.
        allow({
          Action: '*',
          Resource: [
            'arn:aws:cloudformation:*::type/resource/AWS-S3-Bucket',
            'arn:aws:resource-explorer-2:*::view/AWSServiceViewForTags/*',
            'arn:aws:schemas:*::registry/aws.events',
            'arn:aws:schemas:*::schema/aws.events/*',
            'arn:aws:securityhub:*::product/aws/guardduty',
            'arn:aws:ssm:*::automation-definition/AWS-RestartEC2Instance:*',
            'arn:aws:ssm:*::patchbaseline/pb-0a1b2c3d4e5f60718',
            'arn:aws:ssm:*::doc*',
          ],
        }),
      ],
    };
  },
  *check(context) {
    for (const { facts, entry, account, possible } of arnReadings(context)) {
      if (account !== '' || facts.fields[5] === '' || possible.length === 0) continue;
      if (possible.some((format) => format.account === '') || isOwnedByAws(facts)) continue;

      yield {
        pointer: entry.pointer,
        holdsForAll: true,
        message: `found ${quote(facts.text)} without an account, which ARNs of this resource type have`,
        help: `expected the form ${quote(possible[0]?.format ?? '')}`,
      };
    }
  },
};
