import type { Rule } from '../../model/rule.ts';
import { scopeRule } from '../_internals/scopeRule.ts';

/** Reports `iam:PassRole` that is allowed by NotAction on all roles. */
export const passRoleWithStarInResourceAndNotaction: Rule = scopeRule({
  id: 'pass-role-with-star-in-resource-and-notaction',
  severity: 'warning',
  target: 'iam:PassRole',
  scope: { action: 'not', resource: 'star' },
  guards: ['iam:PassedToService', 'iam:AssociatedResourceArn'],
});
