import type { Rule } from '../../model/rule.ts';
import { deny } from '../_internals/exampleDocuments.ts';
import { checkTagKeys } from '../_internals/checkTagKeys.ts';

/** Reports conditions on tags in Deny statements with Action that some services cannot meet. */
export const denyWithUnsupportedTagConditionKeyForService: Rule = {
  id: 'deny-with-unsupported-tag-condition-key-for-service',
  group: 'mismatch',
  severity: 'warning',
  aliases: { accessAnalyzer: 'DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE' },
  reads: ['Action', 'Condition'],
  doc: 'a Deny statement with a condition on tags names a service whose actions never have the key, so that it has no effect there (S182)',
  examples: {
    bad: [
      deny({
        Action: ['ec2:StopInstances', 'health:DescribeEvents'],
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
      }),
    ],
    good: [
      deny({
        Action: 'ec2:StopInstances',
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
      }),
    ],
  },
  check: (context) => checkTagKeys(context, 'Deny'),
};
