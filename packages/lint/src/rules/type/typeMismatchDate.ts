import { dateForm } from '@policywright/conditions/values';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';
import { checkValues } from '../_internals/checkValues.ts';

/** Reports values of Date operators that are no dates. */
export const typeMismatchDate: Rule = {
  id: 'type-mismatch-date',
  group: 'type',
  severity: 'warning',
  aliases: { accessAnalyzer: 'TYPE_MISMATCH_DATE' },
  reads: ['Condition'],
  doc: 'a value of a Date operator is no date of the W3C profile of ISO 8601, so that nothing can be told with it (S96 to S98)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { DateLessThan: { 'aws:CurrentTime': '01/31/2025' } } }), {
          at: '/Statement/0/Condition/DateLessThan/aws:CurrentTime',
          message:
            'found `01/31/2025` under `DateLessThan`, expected a date that exists, with a zone behind the time, such as `2025-01-01T00:00:00Z`',
          marks: '"01/31/2025"',
        }),
        finds(allow({ Condition: { DateLessThan: { 'aws:CurrentTime': '2025-13-01' } } }), {
          at: '/Statement/0/Condition/DateLessThan/aws:CurrentTime',
        }),
        finds(deny({ Condition: { DateGreaterThan: { 'aws:CurrentTime': '2025-01-01T10:00:00' } } }), {
          at: '/Statement/0/Condition/DateGreaterThan/aws:CurrentTime',
        }),
        finds(deny({ Condition: { DateGreaterThan: { 'aws:CurrentTime': '2025-01-01T24:00:00Z' } } }), {
          at: '/Statement/0/Condition/DateGreaterThan/aws:CurrentTime',
        }),
      ],
      good: [
        allow({
          Condition: {
            DateLessThan: { 'aws:CurrentTime': ['2025-01', '2025-01-31', '2025-01-31T12:00:00+01:00'] },
          },
        }),
      ],
    };
  },
  check: (context) =>
    checkValues(context, {
      families: ['Date'],
      expected: 'a date that exists, with a zone behind the time, such as `2025-01-01T00:00:00Z`',
      isValid: ({ text }) => dateForm(text) !== undefined,
    }),
};
