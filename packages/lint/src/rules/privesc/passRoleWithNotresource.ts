import type { Rule } from '../../model/rule.ts';
import { scopeRule } from '../_internals/scopeRule.ts';

/** Reports `iam:PassRole` that is allowed by name on all roles but some. */
export const passRoleWithNotresource: Rule = scopeRule({
  id: 'pass-role-with-notresource',
  severity: 'warning',
  target: 'iam:PassRole',
  scope: { action: 'named', resource: 'not' },
  finds: {
    at: '/Statement/0/Action',
    message: 'found `iam:PassRole` by its name and all roles but some by `NotResource`',
    help: 'name the roles, and add a condition on `iam:PassedToService`',
    marks: '"iam:PassRole"',
  },
  guards: ['iam:PassedToService', 'iam:AssociatedResourceArn'],
});
