import { isNumber } from '@policywright/conditions/values';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { checkValues } from '../_internals/checkValues.ts';

/** Reports values of Numeric operators that are no numbers. */
export const typeMismatchNumber: Rule = {
  id: 'type-mismatch-number',
  group: 'type',
  severity: 'warning',
  aliases: { accessAnalyzer: 'TYPE_MISMATCH_NUMBER' },
  reads: ['Condition'],
  doc: 'a value of a Numeric operator is no number, so that nothing can be told with it (S94, S95)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { NumericLessThan: { 'aws:MultiFactorAuthAge': '1h' } } }), {
          at: '/Statement/0/Condition/NumericLessThan/aws:MultiFactorAuthAge',
          message: 'found `1h` under `NumericLessThan`, expected a number such as `3600` or `0.5`',
          marks: '"1h"',
        }),
        finds(allow({ Condition: { NumericGreaterThan: { 'aws:MultiFactorAuthAge': '+5' } } }), {
          at: '/Statement/0/Condition/NumericGreaterThan/aws:MultiFactorAuthAge',
        }),
      ],
      good: [
        allow({ Condition: { NumericLessThan: { 'aws:MultiFactorAuthAge': ['3600', '3600.5', '1e3'] } } }),
      ],
    };
  },
  check: (context) =>
    checkValues(context, {
      families: ['Numeric'],
      expected: 'a number such as `3600` or `0.5`',
      isValid: ({ text }) => isNumber(text),
    }),
};
