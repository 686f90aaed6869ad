import type { Rule } from '../../model/rule.ts';
import { oldScpRule } from '../_internals/oldScpRule.ts';

/** Reports NotAction that the old grammar of service control policies did not have. */
export const scpSyntaxErrorAllowNotaction: Rule = oldScpRule({
  id: 'scp-syntax-error-allow-notaction',
  doc: 'an Allow statement of a service control policy has `NotAction`',
  reads: ['Action'],
  bad: { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' },
  finds: {
    at: '/Statement/0/NotAction',
    message:
      'found `NotAction` beside Allow, which service control policies accept only since September 2025',
    marks: '"iam:*"',
  },
  good: [
    { Effect: 'Deny', NotAction: 'iam:*', Resource: '*' },
    { Effect: 'Allow', Action: '*', Resource: '*' },
  ],
  find: ({ allows, statement, actionPointer }) =>
    allows && statement.action.negated ? [{ pointer: actionPointer, found: '`NotAction` beside Allow' }] : [],
});
