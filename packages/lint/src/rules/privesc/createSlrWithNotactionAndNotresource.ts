import type { Rule } from '../../model/rule.ts';
import { scopeRule } from '../_internals/scopeRule.ts';

/** Reports `iam:CreateServiceLinkedRole` that is allowed by NotAction on all roles but some. */
export const createSlrWithNotactionAndNotresource: Rule = scopeRule({
  id: 'create-slr-with-notaction-and-notresource',
  severity: 'warning',
  target: 'iam:CreateServiceLinkedRole',
  scope: { action: 'not', resource: 'not' },
  guards: ['iam:AWSServiceName'],
});
