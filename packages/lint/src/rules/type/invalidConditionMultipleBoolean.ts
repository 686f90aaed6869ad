import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports boolean conditions with more than one value. */
export const invalidConditionMultipleBoolean: Rule = {
  id: 'invalid-condition-multiple-boolean',
  group: 'type',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_CONDITION_MULTIPLE_BOOLEAN' },
  reads: ['Condition'],
  doc: 'a boolean condition has several values, so that it holds always or says the same twice (S70)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { Bool: { 'aws:SecureTransport': ['true', 'false'] } } }), {
          at: '/Statement/0/Condition/Bool/aws:SecureTransport',
          message: 'found 2 values for `aws:SecureTransport`, expected one of `true` and `false`',
          marks: '["true","false"]',
        }),
        finds(allow({ Condition: { Null: { 'aws:TokenIssueTime': ['true', 'false'] } } }), {
          at: '/Statement/0/Condition/Null/aws:TokenIssueTime',
        }),
      ],
      good: [
        allow({ Condition: { Bool: { 'aws:SecureTransport': ['true'] } } }),
        allow({ Condition: { StringEquals: { 'aws:PrincipalTag/team': ['red', 'blue'] } } }),
      ],
    };
  },
  *check(context) {
    for (const { facts } of context.conditions) {
      if ((facts.family !== 'Bool' && facts.family !== 'Null') || facts.values.length < 2) continue;
      yield {
        pointer: facts.pointer,
        message: `found ${facts.values.length} values for ${quote(facts.condition.key)}, expected one of \`true\` and \`false\``,
      };
    }
  },
};
