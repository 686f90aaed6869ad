import type { Rule } from '../../model/rule.ts';
import { scopeRule } from '../_internals/scopeRule.ts';

/** Reports `iam:PassRole` that is allowed by a wildcard on all roles but some. */
export const passRoleWithStarInActionAndNotresource: Rule = scopeRule({
  id: 'pass-role-with-star-in-action-and-notresource',
  severity: 'warning',
  target: 'iam:PassRole',
  scope: { action: 'star', resource: 'not' },
  guards: ['iam:PassedToService', 'iam:AssociatedResourceArn'],
});
