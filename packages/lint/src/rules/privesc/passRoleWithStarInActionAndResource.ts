import type { Rule } from '../../model/rule.ts';
import { scopeRule } from '../_internals/scopeRule.ts';

/** Reports `iam:PassRole` that is allowed by a wildcard on all roles. */
export const passRoleWithStarInActionAndResource: Rule = scopeRule({
  id: 'pass-role-with-star-in-action-and-resource',
  severity: 'warning',
  target: 'iam:PassRole',
  scope: { action: 'star', resource: 'star' },
  guards: ['iam:PassedToService', 'iam:AssociatedResourceArn'],
});
