import type { Rule } from '../../model/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';
import { checkTagKeys } from '../_internals/checkTagKeys.ts';

/** Reports conditions on tags in Deny statements with Action that some actions cannot meet. */
export const denyWithUnsupportedTagConditionKeyForService: Rule = {
  id: 'deny-with-unsupported-tag-condition-key-for-service',
  group: 'mismatch',
  severity: 'warning',
  aliases: { accessAnalyzer: 'DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE' },
  reads: ['Action', 'Condition'],
  doc: 'a Deny statement with a condition on tags names actions whose requests never have the key, so that it has no effect on them (S182)',
  examples: {
    bad: [
      finds(
        deny({
          Action: ['ec2:StopInstances', 'health:DescribeEvents'],
          Resource: '*',
          Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
        }),
        {
          at: '/Statement/0/Condition/StringEquals/aws:ResourceTag~1team',
          message:
            'found the condition key `aws:ResourceTag/team`, which requests for `health:DescribeEvents` never have',
          help: 'move these actions to a statement without it',
          marks: '"aws:ResourceTag/team"',
        },
      ),
      finds(
        deny({
          Action: ['s3:ListAllMyBuckets', 's3:CreateBucket'],
          Resource: '*',
          Condition: { StringEquals: { 'aws:RequestTag/team': 'blue' } },
        }),
        { at: '/Statement/0/Condition/StringEquals/aws:RequestTag~1team' },
      ),
    ],
    good: [
      deny({
        Action: ['ec2:Describe*', 'ec2:Stop*', '*'],
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
      }),
      deny({
        Action: 'ec2:StopInstances',
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
      }),
      // Other rules speak of these: another effect, `NotAction`, an action that does not exist, another key.
      allow({
        Action: 'health:DescribeEvents',
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
      }),
      deny({
        NotAction: 'health:DescribeEvents',
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
      }),
      deny({
        Action: 's3:Frobnicate',
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
      }),
      deny({ Condition: { StringLike: { 's3:prefix': 'a/*' } } }),
    ],
  },
  check: (context) => checkTagKeys(context, 'Deny'),
};
