import type { Rule } from '../../model/rule.ts';
import { scopeRule } from '../_internals/scopeRule.ts';

/** Reports `iam:PassRole` that is allowed by NotAction on all roles. */
export const passRoleWithStarInResourceAndNotaction: Rule = scopeRule({
  id: 'pass-role-with-star-in-resource-and-notaction',
  severity: 'warning',
  target: 'iam:PassRole',
  scope: { action: 'not', resource: 'star' },
  finds: {
    at: '/Statement/0/NotAction',
    message: 'found `iam:PassRole` by `NotAction` and all roles by a wildcard',
    help: 'name the roles, and add a condition on `iam:PassedToService`',
    marks: '"s3:*"',
  },
  guards: ['iam:PassedToService', 'iam:AssociatedResourceArn'],
});
