import type { Rule } from '../../model/rule.ts';
import { scopeRule } from '../_internals/scopeRule.ts';

/** Reports `iam:CreateServiceLinkedRole` that is allowed by name on all roles but some. */
export const createSlrWithNotresource: Rule = scopeRule({
  id: 'create-slr-with-notresource',
  severity: 'warning',
  target: 'iam:CreateServiceLinkedRole',
  scope: { action: 'named', resource: 'not' },
  finds: {
    at: '/Statement/0/Action',
    message: 'found `iam:CreateServiceLinkedRole` by its name and all roles but some by `NotResource`',
    help: 'name the roles, and add a condition on `iam:AWSServiceName`',
    marks: '"iam:CreateServiceLinkedRole"',
  },
  guards: ['iam:AWSServiceName'],
});
