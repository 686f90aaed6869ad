import { readBoolean } from '@policywright/conditions/values';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { checkValues } from '../_internals/checkValues.ts';

/** Reports values of Bool and Null that are neither true nor false. */
export const typeMismatchBoolean: Rule = {
  id: 'type-mismatch-boolean',
  group: 'type',
  severity: 'warning',
  aliases: { accessAnalyzer: 'TYPE_MISMATCH_BOOLEAN', parliament: 'MISMATCHED_TYPE_OPERATION_TO_NULL' },
  reads: ['Condition'],
  doc: 'a value of `Bool` or `Null` is neither `true` nor `false`, so that nothing can be told with it (S82, S103)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { Bool: { 'aws:SecureTransport': 'yes' } } }), {
          at: '/Statement/0/Condition/Bool/aws:SecureTransport',
          message: 'found `yes` under `Bool`, expected `true` or `false`',
          marks: '"yes"',
        }),
        finds(allow({ Condition: { Null: { 'aws:TokenIssueTime': 'null' } } }), {
          at: '/Statement/0/Condition/Null/aws:TokenIssueTime',
        }),
      ],
      good: [
        allow({
          Condition: { Bool: { 'aws:SecureTransport': ['True'] }, Null: { 'aws:TokenIssueTime': false } },
        }),
        // Of variables another rule speaks.
        allow({ Condition: { Bool: { 'aws:SecureTransport': '${aws:PrincipalTag/tls}' } } }),
      ],
    };
  },
  check: (context) =>
    checkValues(context, {
      families: ['Bool', 'Null'],
      expected: '`true` or `false`',
      isValid: ({ text }) => readBoolean(text) !== undefined,
    }),
};
