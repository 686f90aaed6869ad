import type { Rule } from '../../model/rule.ts';
import { checkServiceActions } from '../_internals/checkServiceActions.ts';
import { documentOf, finds, trust } from '../_internals/exampleDocuments.ts';

const NEEDED = ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'];
const Principal = { Service: 'rolesanywhere.amazonaws.com' };

/** Reports trust in IAM Roles Anywhere without all the actions that it uses. */
export const missingActionForRolesAnywhereTrustPolicy: Rule = {
  id: 'missing-action-for-roles-anywhere-trust-policy',
  group: 'mismatch',
  severity: 'error',
  aliases: { accessAnalyzer: 'MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY' },
  reads: ['Principal', 'Action'],
  doc: 'a trust policy for IAM Roles Anywhere lacks one of the three actions that the service uses',
  examples: {
    bad: [
      finds(trust({ Principal }), {
        at: '/Statement/0/Action',
        message: 'found trust in IAM Roles Anywhere without `sts:SetSourceIdentity` and `sts:TagSession`',
        help: 'add them',
        marks: '"sts:AssumeRole"',
      }),
    ],
    good: [
      trust({ Principal, Action: NEEDED }),
      trust({ Principal: { Service: 'ec2.amazonaws.com' } }),
      // Nothing tells which statements are for which sessions.
      documentOf(
        'trust',
        { Effect: 'Allow', Principal, Action: NEEDED.slice(0, 2) },
        { Effect: 'Allow', Principal, Action: NEEDED.slice(2) },
      ),
    ],
  },
  check: (context) =>
    checkServiceActions(context, {
      title: 'IAM Roles Anywhere',
      principal: Principal.Service,
      actions: NEEDED,
    }),
};
