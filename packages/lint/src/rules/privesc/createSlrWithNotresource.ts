import type { Rule } from '../../model/rule.ts';
import { scopeRule } from '../_internals/scopeRule.ts';

/** Reports `iam:CreateServiceLinkedRole` that is allowed by name on all roles but some. */
export const createSlrWithNotresource: Rule = scopeRule({
  id: 'create-slr-with-notresource',
  severity: 'warning',
  target: 'iam:CreateServiceLinkedRole',
  scope: { action: 'named', resource: 'not' },
  guards: ['iam:AWSServiceName'],
});
