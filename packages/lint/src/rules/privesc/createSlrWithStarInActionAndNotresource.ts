import type { Rule } from '../../model/rule.ts';
import { scopeRule } from '../_internals/scopeRule.ts';

/** Reports `iam:CreateServiceLinkedRole` that is allowed by a wildcard on all roles but some. */
export const createSlrWithStarInActionAndNotresource: Rule = scopeRule({
  id: 'create-slr-with-star-in-action-and-notresource',
  severity: 'warning',
  target: 'iam:CreateServiceLinkedRole',
  scope: { action: 'star', resource: 'not' },
  finds: {
    at: '/Statement/0/Action',
    message: 'found `iam:CreateServiceLinkedRole` by a wildcard and all roles but some by `NotResource`',
    help: 'name the roles, and add a condition on `iam:AWSServiceName`',
    marks: '"iam:Crea*"',
  },
  guards: ['iam:AWSServiceName'],
});
