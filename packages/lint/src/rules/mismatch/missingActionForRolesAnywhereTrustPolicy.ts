import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { checkServiceActions } from '../_internals/checkServiceActions.ts';
import { bucket, documentOf, finds, trust } from '../_internals/exampleDocuments.ts';

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
  get examples(): RuleExamples {
    return {
      bad: [
        finds(trust({ Principal }), {
          at: '/Statement/0/Action',
          message: 'found trust in IAM Roles Anywhere without `sts:SetSourceIdentity` and `sts:TagSession`',
          help: 'add them',
          marks: '"sts:AssumeRole"',
        }),
        finds(
          trust({
            Principal: { Service: ['ec2.amazonaws.com', 'rolesanywhere.amazonaws.com'] },
            Action: ['sts:SetSourceIdentity', 'sts:TagSession'],
          }),
          {
            at: '/Statement/0/Action',
            message: 'found trust in IAM Roles Anywhere without `sts:AssumeRole`',
            help: 'add it',
          },
        ),
      ],
      good: [
        trust({ Principal, Action: NEEDED }),
        documentOf(
          'trust',
          { Effect: 'Allow', Principal, Action: 'sts:AssumeRole' },
          { Effect: 'Allow', Principal, Action: ['sts:SetSourceIdentity', 'sts:TagSession'] },
        ),
        trust({ Principal: { Service: 'ec2.amazonaws.com' } }),
        documentOf('trust', { Effect: 'Deny', Principal, Action: 'sts:AssumeRole' }),
        // Neither the trusted service, nor a policy of a role.
        { text: trust({ NotPrincipal: Principal }).text },
        bucket({ Principal, Action: 'sts:AssumeRole' }),
      ],
    };
  },
  check: (context) =>
    checkServiceActions(context, {
      title: 'IAM Roles Anywhere',
      principal: Principal.Service,
      actions: NEEDED,
    }),
};
