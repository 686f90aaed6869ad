import type { Rule } from '../../model/rule.ts';
import { quote } from '@policywright/policy/text';
import { oldScpRule } from '../_internals/oldScpRule.ts';

/** Reports resources that the old grammar of service control policies did not have. */
export const scpSyntaxErrorAllowResource: Rule = oldScpRule({
  id: 'scp-syntax-error-allow-resource',
  doc: 'an Allow statement of a service control policy has a `Resource` other than `*`',
  reads: ['Resource'],
  bad: { Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::b' },
  finds: {
    at: '/Statement/0/Resource',
    message:
      'found `arn:aws:s3:::b` beside Allow, which service control policies accept only since September 2025',
    marks: '"arn:aws:s3:::b"',
  },
  good: [
    { Effect: 'Allow', Action: 's3:*', Resource: '*' },
    { Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::b' },
    { Effect: 'Allow', Action: 's3:*', NotResource: 'arn:aws:s3:::b' },
  ],
  find: ({ allows, resources, resourceName }) =>
    allows && resourceName === 'Resource'
      ? resources
          .filter(({ facts }) => !facts.isEverything)
          .map(({ facts, pointer }) => ({ pointer, found: `${quote(facts.text)} beside Allow` }))
      : [],
});
