import type { Rule } from '../../model/rule.ts';
import { scopeRule } from '../_internals/scopeRule.ts';

/** Reports `iam:CreateServiceLinkedRole` that is allowed by NotAction on all roles but some. */
export const createSlrWithNotactionAndNotresource: Rule = scopeRule({
  id: 'create-slr-with-notaction-and-notresource',
  severity: 'warning',
  target: 'iam:CreateServiceLinkedRole',
  scope: { action: 'not', resource: 'not' },
  finds: {
    at: '/Statement/0/NotAction',
    message: 'found `iam:CreateServiceLinkedRole` by `NotAction` and all roles but some by `NotResource`',
    help: 'name the roles, and add a condition on `iam:AWSServiceName`',
    marks: '"s3:*"',
  },
  guards: ['iam:AWSServiceName'],
});
