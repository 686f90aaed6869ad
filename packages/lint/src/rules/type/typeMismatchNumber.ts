import type { Rule } from '../../model/rule.ts';
import { allow } from '../_internals/exampleDocuments.ts';
import { checkValues } from '../_internals/checkValues.ts';

/** Reports values of Numeric operators that are no numbers. */
export const typeMismatchNumber: Rule = {
  id: 'type-mismatch-number',
  group: 'type',
  severity: 'warning',
  aliases: { accessAnalyzer: 'TYPE_MISMATCH_NUMBER' },
  reads: ['Condition'],
  doc: 'a value of a Numeric operator is no number (S94, S95)',
  examples: {
    bad: [allow({ Condition: { NumericLessThan: { 'aws:MultiFactorAuthAge': '1h' } } })],
    good: [
      allow({ Condition: { NumericLessThan: { 'aws:MultiFactorAuthAge': ['3600', '3600.5', '1e3'] } } }),
    ],
  },
  check: (context) =>
    checkValues(context, {
      families: ['Numeric'],
      expected: 'a number',
      isValid: ({ text }) => /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text),
    }),
};
