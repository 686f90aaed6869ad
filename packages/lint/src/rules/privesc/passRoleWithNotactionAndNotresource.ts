import type { Rule } from '../../model/rule.ts';
import { scopeRule } from '../_internals/scopeRule.ts';

/** Reports `iam:PassRole` that is allowed by NotAction on all roles but some. */
export const passRoleWithNotactionAndNotresource: Rule = scopeRule({
  id: 'pass-role-with-notaction-and-notresource',
  severity: 'warning',
  target: 'iam:PassRole',
  scope: { action: 'not', resource: 'not' },
  finds: {
    at: '/Statement/0/NotAction',
    message: 'found `iam:PassRole` by `NotAction` and all roles but some by `NotResource`',
    help: 'name the roles, and add a condition on `iam:PassedToService`',
    marks: '"s3:*"',
  },
  guards: ['iam:PassedToService', 'iam:AssociatedResourceArn'],
});
