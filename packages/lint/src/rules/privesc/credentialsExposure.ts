import type { Rule } from '../../model/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { checkNames, sensitiveNames } from '../_internals/checkNames.ts';

const NAMES = sensitiveNames('credentials');

/** Reports actions that hand out credentials. */
export const credentialsExposure: Rule = {
  id: 'credentials-exposure',
  group: 'privesc',
  severity: 'info',
  aliases: { parliament: 'CREDENTIALS_EXPOSURE' },
  reads: ['Action'],
  doc: 'a statement allows an action whose answer holds credentials or other secrets',
  examples: {
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
  },
  check: (context) =>
    checkNames(context, { names: NAMES, what: 'whose answer holds credentials or secrets' }),
};
