import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { documentOf, finds } from '../_internals/exampleDocuments.ts';
import { checkOldGrammar } from '../_internals/oldScpGrammar.ts';

/** Reports NotAction that the old grammar of service control policies did not have. */
export const scpSyntaxErrorAllowNotaction: Rule = {
  id: 'scp-syntax-error-allow-notaction',
  group: 'grammar',
  severity: 'error',
  aliases: {},
  reads: ['Action'],
  doc: 'an Allow statement of a service control policy has `NotAction`',
  optIn: true,
  get examples(): RuleExamples {
    return {
      bad: [
        finds(documentOf('scp', { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }), {
          at: '/Statement/0/NotAction',
          message:
            'found `NotAction` beside Allow, which service control policies accept only since September 2025',
          marks: '"iam:*"',
        }),
      ],
      good: [
        documentOf(
          'scp',
          { Effect: 'Deny', NotAction: 'iam:*', Resource: '*' },
          { Effect: 'Allow', Action: '*', Resource: '*' },
        ),
      ],
    };
  },
  check: (context) =>
    checkOldGrammar(context, ({ allows, statement, actionPointer }) =>
      allows && statement.action.negated
        ? [{ pointer: actionPointer, found: '`NotAction` beside Allow' }]
        : [],
    ),
};
