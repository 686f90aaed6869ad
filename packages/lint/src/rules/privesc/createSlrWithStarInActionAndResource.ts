import type { Rule } from '../../model/rule.ts';
import { scopeRule } from '../_internals/scopeRule.ts';

/** Reports `iam:CreateServiceLinkedRole` that is allowed by a wildcard on all roles. */
export const createSlrWithStarInActionAndResource: Rule = scopeRule({
  id: 'create-slr-with-star-in-action-and-resource',
  severity: 'warning',
  target: 'iam:CreateServiceLinkedRole',
  scope: { action: 'star', resource: 'star' },
  finds: {
    at: '/Statement/0/Action',
    message: 'found `iam:CreateServiceLinkedRole` by a wildcard and all roles by a wildcard',
    help: 'name the roles, and add a condition on `iam:AWSServiceName`',
    marks: '"iam:Crea*"',
  },
  guards: ['iam:AWSServiceName'],
});
