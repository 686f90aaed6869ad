import type { Rule } from '../../model/rule.ts';
import { oldScpRule } from '../_internals/oldScpRule.ts';

/** Reports NotResource, which the old grammar of service control policies did not have. */
export const scpSyntaxErrorNotresource: Rule = oldScpRule({
  id: 'scp-syntax-error-notresource',
  doc: 'a statement of a service control policy has `NotResource`',
  reads: ['Resource'],
  bad: { Effect: 'Deny', Action: 's3:*', NotResource: 'arn:aws:s3:::b' },
  finds: {
    at: '/Statement/0/NotResource',
    message: 'found `NotResource`, which service control policies accept only since September 2025',
    marks: '"arn:aws:s3:::b"',
  },
  good: [{ Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::b' }],
  find: ({ statement, resourcePointer }) =>
    statement.resource?.negated === true ? [{ pointer: resourcePointer, found: '`NotResource`' }] : [],
});
