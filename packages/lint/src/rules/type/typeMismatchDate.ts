import type { Rule } from '../../model/rule.ts';
import { allow } from '../_internals/exampleDocuments.ts';
import { checkValues } from '../_internals/checkValues.ts';

/** `YYYY`, with month, day and time, and a zone behind the time (rule S97); or seconds since 1970. */
const DATE =
  /^(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?|\d+(?:\.\d+)?)$/;

/** Reports values of Date operators that are no dates. */
export const typeMismatchDate: Rule = {
  id: 'type-mismatch-date',
  group: 'type',
  severity: 'warning',
  aliases: { accessAnalyzer: 'TYPE_MISMATCH_DATE' },
  reads: ['Condition'],
  doc: 'a value of a Date operator is no date of the W3C profile of ISO 8601 (S96, S97)',
  examples: {
    bad: [
      allow({ Condition: { DateLessThan: { 'aws:CurrentTime': '01/31/2025' } } }),
      allow({ Condition: { DateLessThan: { 'aws:CurrentTime': '2025-13-01' } } }),
    ],
    good: [
      allow({
        Condition: {
          DateLessThan: { 'aws:CurrentTime': ['2025', '2025-01-31', '2025-01-31T12:00:00+01:00'] },
        },
      }),
    ],
  },
  check: (context) =>
    checkValues(context, {
      families: ['Date'],
      expected: 'a date such as `2025-01-01T00:00:00Z`',
      isValid: ({ text }) => DATE.test(text),
    }),
};
