import type { Rule } from '../../model/rule.ts';
import { oldScpRule } from '../_internals/oldScpRule.ts';
import { quote } from '@policywright/policy/text';

/** Reports wildcards that the old grammar of service control policies did not have. */
export const scpSyntaxErrorActionWildcard: Rule = oldScpRule({
  id: 'scp-syntax-error-action-wildcard',
  analyzer: 'SCP_SYNTAX_ERROR_ACTION_WILDCARD',
  doc: 'a service control policy has a wildcard in an action that is not at its end',
  reads: ['Action'],
  bad: { Effect: 'Deny', Action: 's3:*Object', Resource: '*' },
  finds: {
    at: '/Statement/0/Action',
    message: 'found `s3:*Object`, which service control policies accept only since September 2025',
    marks: '"s3:*Object"',
  },
  good: [{ Effect: 'Deny', Action: ['s3:Get*', '*'], Resource: '*' }],
  find: ({ actions }) =>
    actions
      .filter(({ facts }) => /[*?]./.test(facts.text))
      .map(({ facts, pointer }) => ({ pointer, found: quote(facts.text) })),
});
