import type { Rule } from '../../model/rule.ts';
import { scopeRule } from '../_internals/scopeRule.ts';

/** Reports `iam:PassRole` that is allowed by a wildcard on all roles but some. */
export const passRoleWithStarInActionAndNotresource: Rule = scopeRule({
  id: 'pass-role-with-star-in-action-and-notresource',
  severity: 'warning',
  target: 'iam:PassRole',
  scope: { action: 'star', resource: 'not' },
  finds: {
    at: '/Statement/0/Action',
    message: 'found `iam:PassRole` by a wildcard and all roles but some by `NotResource`',
    help: 'name the roles, and add a condition on `iam:PassedToService`',
    marks: '"iam:Pass*"',
  },
  guards: ['iam:PassedToService', 'iam:AssociatedResourceArn'],
});
