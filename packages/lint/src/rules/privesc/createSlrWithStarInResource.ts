import type { Rule } from '../../model/rule.ts';
import { scopeRule } from '../_internals/scopeRule.ts';

/** Reports `iam:CreateServiceLinkedRole` that is allowed by name on all roles. */
export const createSlrWithStarInResource: Rule = scopeRule({
  id: 'create-slr-with-star-in-resource',
  severity: 'warning',
  target: 'iam:CreateServiceLinkedRole',
  scope: { action: 'named', resource: 'star' },
  finds: {
    at: '/Statement/0/Action',
    message: 'found `iam:CreateServiceLinkedRole` by its name and all roles by a wildcard',
    help: 'name the roles, and add a condition on `iam:AWSServiceName`',
    marks: '"iam:CreateServiceLinkedRole"',
  },
  guards: ['iam:AWSServiceName'],
});
