import type { Rule } from '../../model/rule.ts';
import { scopeRule } from '../_internals/scopeRule.ts';

/** Reports `iam:PassRole` that is allowed by a wildcard on all roles. */
export const passRoleWithStarInActionAndResource: Rule = scopeRule({
  id: 'pass-role-with-star-in-action-and-resource',
  severity: 'warning',
  target: 'iam:PassRole',
  scope: { action: 'star', resource: 'star' },
  finds: {
    at: '/Statement/0/Action',
    message: 'found `iam:PassRole` by a wildcard and all roles by a wildcard',
    help: 'name the roles, and add a condition on `iam:PassedToService`',
    marks: '"iam:Pass*"',
  },
  guards: ['iam:PassedToService', 'iam:AssociatedResourceArn'],
});
