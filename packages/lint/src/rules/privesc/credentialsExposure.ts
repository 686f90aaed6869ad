import type { Rule } from '../../model/rule.ts';
import { allow } from '../_internals/exampleDocuments.ts';
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
      allow({ Action: 'iam:CreateAccessKey', Resource: '*' }),
      allow({ Action: 'sts:Get*', Resource: '*' }),
    ],
    good: [allow({ Action: 's3:GetObject' })],
  },
  check: (context) =>
    checkNames(context, { names: NAMES, what: 'whose answer holds credentials or secrets' }),
};
