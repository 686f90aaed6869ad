import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { documentOf, finds } from '../_internals/exampleDocuments.ts';
import { checkOldGrammar } from '../_internals/oldScpGrammar.ts';

/** Reports wildcards that the old grammar of service control policies did not have. */
export const scpSyntaxErrorActionWildcard: Rule = {
  id: 'scp-syntax-error-action-wildcard',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'SCP_SYNTAX_ERROR_ACTION_WILDCARD' },
  reads: ['Action'],
  doc: 'a service control policy has a wildcard in an action that is not at its end',
  optIn: true,
  get examples(): RuleExamples {
    return {
      bad: [
        finds(documentOf('scp', { Effect: 'Deny', Action: 's3:*Object', Resource: '*' }), {
          at: '/Statement/0/Action',
          message: 'found `s3:*Object`, which service control policies accept only since September 2025',
          marks: '"s3:*Object"',
        }),
      ],
      good: [documentOf('scp', { Effect: 'Deny', Action: ['s3:Get*', '*'], Resource: '*' })],
    };
  },
  check: (context) =>
    checkOldGrammar(context, ({ actions }) =>
      actions
        .filter(({ facts }) => /[*?]./.test(facts.text))
        .map(({ facts, pointer }) => ({ pointer, found: quote(facts.text) })),
    ),
};
