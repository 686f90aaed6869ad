import type { Rule } from '../../model/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';
import { checkTagKeysOfNotAction } from '../_internals/checkTagKeys.ts';

/** Reports conditions on tags in Allow statements with NotAction that some services cannot meet. */
export const allowNotactionWithUnsupportedTagConditionKeyForService: Rule = {
  id: 'allow-notaction-with-unsupported-tag-condition-key-for-service',
  group: 'mismatch',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE' },
  reads: ['Action', 'Condition'],
  doc: 'an Allow statement with a condition on tags has `NotAction`, which takes in services without such keys (S182)',
  examples: {
    bad: [
      finds(
        allow({
          NotAction: 'iam:*',
          Resource: '*',
          Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
        }),
        {
          at: '/Statement/0/Condition/StringEquals/aws:ResourceTag~1team',
          message:
            'found the condition key `aws:ResourceTag/team` beside `NotAction`: actions without this key never match',
          help: 'name the actions with `Action`',
          marks: '"aws:ResourceTag/team"',
        },
      ),
    ],
    good: [
      allow({
        NotAction: 'ec2:StopInstances',
        Resource: '*',
        Condition: { StringEqualsIfExists: { 'aws:ResourceTag/team': 'blue' } },
      }),
      // Other rules speak of another effect and of `Action`; keys that are no tags are in other requests too.
      deny({
        NotAction: 'iam:*',
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
      }),
      allow({
        Action: 'ec2:StopInstances',
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
      }),
      allow({
        NotAction: 'iam:*',
        Resource: '*',
        Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
      }),
    ],
  },
  check: (context) => checkTagKeysOfNotAction(context, 'Allow'),
};
