import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { documentOf, finds } from '../_internals/exampleDocuments.ts';
import { checkOldGrammar } from '../_internals/oldScpGrammar.ts';

/** Reports conditions that the old grammar of service control policies did not have. */
export const scpSyntaxErrorAllowCondition: Rule = {
  id: 'scp-syntax-error-allow-condition',
  group: 'grammar',
  severity: 'error',
  aliases: {},
  reads: ['Condition'],
  doc: 'an Allow statement of a service control policy has a `Condition`',
  optIn: true,
  get examples(): RuleExamples {
    return {
      bad: [
        finds(
          documentOf('scp', {
            Effect: 'Allow',
            Action: '*',
            Resource: '*',
            Condition: { Bool: { 'aws:SecureTransport': 'true' } },
          }),
          {
            at: '/Statement/0/Condition',
            message:
              'found `Condition` beside Allow, which service control policies accept only since September 2025',
            marks: '{',
          },
        ),
      ],
      good: [
        documentOf(
          'scp',
          {
            Effect: 'Deny',
            Action: '*',
            Resource: '*',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
          { Effect: 'Allow', Action: '*', Resource: '*' },
        ),
      ],
    };
  },
  check: (context) =>
    checkOldGrammar(context, ({ allows, conditions, pointer }) =>
      allows && conditions.length > 0
        ? [{ pointer: `${pointer}/Condition`, found: '`Condition` beside Allow' }]
        : [],
    ),
};
