import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { checkNames } from '../_internals/checkNames.ts';

/** Reports actions that open resources to others. */
export const resourcePolicyEscalation: Rule = {
  id: 'resource-policy-escalation',
  group: 'privesc',
  severity: 'info',
  aliases: { parliament: 'RESOURCE_POLICY_PRIVILEGE_ESCALATION' },
  reads: ['Action'],
  doc: 'a statement allows an action that changes who may use a resource, and so can open it to everybody',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: 's3:PutBucketPolicy', Resource: 'arn:aws:s3:::b' }), {
          at: '/Statement/0/Action',
          message: 'found `s3:PutBucketPolicy`, with which a resource can be opened to others',
          marks: '"s3:PutBucketPolicy"',
        }),
      ],
      good: [allow({ Action: 's3:GetBucketPolicy', Resource: 'arn:aws:s3:::b' })],
    };
  },
  check: (context) =>
    checkNames(context, { category: 'exposure', what: 'with which a resource can be opened to others' }),
};
