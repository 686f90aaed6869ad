import type { Rule } from '../../model/rule.ts';
import { scopeRule } from '../_internals/scopeRule.ts';

/** Reports `iam:CreateServiceLinkedRole` that is allowed by NotAction on all roles. */
export const createSlrWithStarInResourceAndNotaction: Rule = scopeRule({
  id: 'create-slr-with-star-in-resource-and-notaction',
  severity: 'warning',
  target: 'iam:CreateServiceLinkedRole',
  scope: { action: 'not', resource: 'star' },
  guards: ['iam:AWSServiceName'],
});
