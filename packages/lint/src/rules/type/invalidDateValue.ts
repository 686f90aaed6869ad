import { quote } from '../../engine/quote.ts';
import { valueEntries } from '../../facts/valueEntries.ts';
import type { Rule } from '../../model/rule.ts';
import { allow } from '../_internals/exampleDocuments.ts';

/** Reports dates as seconds since 1970. */
export const invalidDateValue: Rule = {
  id: 'invalid-date-value',
  group: 'type',
  severity: 'warning',
  aliases: { accessAnalyzer: 'INVALID_DATE_VALUE' },
  reads: ['Condition'],
  doc: 'a date is written as seconds since 1970, which readers and AWS take in different ways (S99, S100)',
  examples: {
    bad: [allow({ Condition: { DateLessThan: { 'aws:CurrentTime': '1735689600' } } })],
    good: [allow({ Condition: { DateLessThan: { 'aws:CurrentTime': '2025-01-01T00:00:00Z' } } })],
  },
  *check(context) {
    for (const { facts } of context.conditions) {
      if (facts.family !== 'Date' || facts.key === 'aws:epochtime') continue;
      for (const { text, pointer } of valueEntries(context, facts)) {
        if (!/^\d{5,}(?:\.\d+)?$/.test(text)) continue;
        yield {
          pointer,
          message: `found ${quote(text)}, seconds since 1970`,
          help: 'write the date as `2025-01-01T00:00:00Z`',
        };
      }
    }
  },
};
