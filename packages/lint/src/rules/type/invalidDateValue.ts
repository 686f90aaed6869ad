import { dateForm, type DateForm } from '@policywright/conditions/values';
import { quote } from '@policywright/policy/text';
import { valueEntries } from '../../facts/valueEntries.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** What a value says that is no date of the calendar. */
const NUMBERS: Readonly<Record<DateForm, string | undefined>> = {
  calendar: undefined,
  epoch: 'seconds since 1970',
  'year-or-epoch': 'a year or seconds since 1970',
  'seconds-or-milliseconds': 'seconds or milliseconds since 1970',
};

/** Reports dates as numbers. */
export const invalidDateValue: Rule = {
  id: 'invalid-date-value',
  group: 'type',
  severity: 'warning',
  aliases: { accessAnalyzer: 'INVALID_DATE_VALUE' },
  reads: ['Condition'],
  doc: 'a date is written as a number, which readers and AWS take in different ways (S99, S100)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { DateLessThan: { 'aws:CurrentTime': '1735689600' } } }), {
          at: '/Statement/0/Condition/DateLessThan/aws:CurrentTime',
          message: 'found `1735689600`, seconds since 1970',
          help: 'write the date as `2025-01-01T00:00:00Z`',
          marks: '"1735689600"',
        }),
        finds(allow({ Condition: { DateLessThan: { 'aws:CurrentTime': '2025' } } }), {
          at: '/Statement/0/Condition/DateLessThan/aws:CurrentTime',
          message: 'found `2025`, a year or seconds since 1970',
          help: 'write the date as `2025-01-01T00:00:00Z`',
        }),
        finds(allow({ Condition: { DateLessThan: { 'aws:EpochTime': '1735689600000' } } }), {
          at: '/Statement/0/Condition/DateLessThan/aws:EpochTime',
          message: 'found `1735689600000`, seconds or milliseconds since 1970',
          help: 'write the date as `2025-01-01T00:00:00Z`',
        }),
      ],
      good: [
        allow({ Condition: { DateLessThan: { 'aws:CurrentTime': '2025-01-01T00:00:00Z' } } }),
        allow({ Condition: { DateLessThan: { 'aws:EpochTime': '1735689600' } } }),
        allow({ Condition: { NumericEquals: { 'aws:PrincipalTag/since': '2025' } } }),
      ],
    };
  },
  *check(context) {
    for (const { facts } of context.conditions) {
      if (facts.family !== 'Date') continue;
      for (const { text, pointer } of valueEntries(context, facts)) {
        const form = dateForm(text);
        const number = form && NUMBERS[form];
        if (number === undefined || (form === 'epoch' && facts.key === 'aws:epochtime')) continue;
        yield {
          pointer,
          message: `found ${quote(text)}, ${number}`,
          help: 'write the date as `2025-01-01T00:00:00Z`',
        };
      }
    }
  },
};
