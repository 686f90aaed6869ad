import type { Rule } from '../../model/rule.ts';
import { oldScpRule } from '../_internals/oldScpRule.ts';

/** Reports conditions that the old grammar of service control policies did not have. */
export const scpSyntaxErrorAllowCondition: Rule = oldScpRule({
  id: 'scp-syntax-error-allow-condition',
  doc: 'an Allow statement of a service control policy has a `Condition`',
  reads: ['Condition'],
  bad: {
    Effect: 'Allow',
    Action: '*',
    Resource: '*',
    Condition: { Bool: { 'aws:SecureTransport': 'true' } },
  },
  finds: {
    at: '/Statement/0/Condition',
    message:
      'found `Condition` beside Allow, which service control policies accept only since September 2025',
    marks: '{',
  },
  good: [
    {
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
    { Effect: 'Allow', Action: '*', Resource: '*' },
  ],
  find: ({ allows, conditions, pointer }) =>
    allows && conditions.length > 0
      ? [{ pointer: `${pointer}/Condition`, found: '`Condition` beside Allow' }]
      : [],
});
