import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { checkNames } from '../_internals/checkNames.ts';

/** Reports actions that hand out credentials. */
export const credentialsExposure: Rule = {
  id: 'credentials-exposure',
  group: 'privesc',
  severity: 'info',
  aliases: { parliament: 'CREDENTIALS_EXPOSURE' },
  reads: ['Action'],
  doc: 'a statement allows an action whose answer holds credentials or other secrets',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: 'iam:CreateAccessKey', Resource: '*' }), {
          at: '/Statement/0/Action',
          message: 'found `iam:CreateAccessKey`, whose answer holds credentials or secrets',
          marks: '"iam:CreateAccessKey"',
        }),
        finds(allow({ Action: 'sts:Get*', Resource: '*' }), {
          at: '/Statement/0/Action',
          message:
            'found `sts:Get*`, which takes in `sts:GetFederationToken`, `sts:GetSessionToken`, whose answer holds credentials or secrets',
        }),
      ],
      good: [allow({ Action: 's3:GetObject' })],
    };
  },
  check: (context) =>
    checkNames(context, { category: 'credentials', what: 'whose answer holds credentials or secrets' }),
};
