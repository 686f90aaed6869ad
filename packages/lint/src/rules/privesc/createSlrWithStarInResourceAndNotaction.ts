import type { Rule } from '../../model/rule.ts';
import { scopeRule } from '../_internals/scopeRule.ts';

/** Reports `iam:CreateServiceLinkedRole` that is allowed by NotAction on all roles. */
export const createSlrWithStarInResourceAndNotaction: Rule = scopeRule({
  id: 'create-slr-with-star-in-resource-and-notaction',
  severity: 'warning',
  target: 'iam:CreateServiceLinkedRole',
  scope: { action: 'not', resource: 'star' },
  finds: {
    at: '/Statement/0/NotAction',
    message: 'found `iam:CreateServiceLinkedRole` by `NotAction` and all roles by a wildcard',
    help: 'name the roles, and add a condition on `iam:AWSServiceName`',
    marks: '"s3:*"',
  },
  guards: ['iam:AWSServiceName'],
});
