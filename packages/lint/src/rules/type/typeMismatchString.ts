import type { Rule } from '../../model/rule.ts';
import { allow } from '../_internals/exampleDocuments.ts';
import { checkValues } from '../_internals/checkValues.ts';

/** Reports values of text operators that are not JSON strings. */
export const typeMismatchString: Rule = {
  id: 'type-mismatch-string',
  group: 'type',
  severity: 'warning',
  aliases: { accessAnalyzer: 'TYPE_MISMATCH_STRING' },
  reads: ['Condition'],
  doc: 'a value of a String, ARN, IP or Binary operator is a JSON number or boolean',
  examples: {
    bad: [allow({ Condition: { StringEquals: { 'aws:PrincipalTag/level': 5 } } })],
    good: [allow({ Condition: { StringEquals: { 'aws:PrincipalTag/level': '5' } } })],
  },
  check: (context) =>
    checkValues(context, {
      families: ['String', 'Arn', 'Ip', 'Binary'],
      expected: 'a JSON string',
      isValid: ({ node }) => node?.kind === 'string',
    }),
};
