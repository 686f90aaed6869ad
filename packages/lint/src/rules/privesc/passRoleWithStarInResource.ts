import type { Rule } from '../../model/rule.ts';
import { scopeRule } from '../_internals/scopeRule.ts';

/** Reports `iam:PassRole` that is allowed by name on all roles. */
export const passRoleWithStarInResource: Rule = scopeRule({
  id: 'pass-role-with-star-in-resource',
  severity: 'warning',
  target: 'iam:PassRole',
  scope: { action: 'named', resource: 'star' },
  guards: ['iam:PassedToService', 'iam:AssociatedResourceArn'],
});
