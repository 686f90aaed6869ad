import { quote } from '../../engine/quote.ts';
import { valueEntries } from '../../facts/valueEntries.ts';
import type { Rule } from '../../model/rule.ts';
import { allow } from '../_internals/exampleDocuments.ts';

/** Reports values of ARN operators that are no ARN. */
export const invalidArnForOperator: Rule = {
  id: 'invalid-arn-for-operator',
  group: 'type',
  severity: 'warning',
  aliases: {},
  reads: ['Condition'],
  doc: 'a value of an ARN operator has not the six fields of an ARN, and so matches nothing (S112)',
  examples: {
    bad: [
      allow({ Condition: { ArnLike: { 'aws:PrincipalArn': '111122223333' } } }),
      allow({ Condition: { ArnEquals: { 'aws:SourceArn': ['arn:aws:sns:*'] } } }),
    ],
    good: [
      allow({ Condition: { ArnLike: { 'aws:PrincipalArn': ['arn:aws:iam::*:role/a', '*'] } } }),
      allow({ Condition: { ArnLike: { 'aws:PrincipalArn': '${aws:PrincipalTag/arn}' } } }),
    ],
  },
  *check(context) {
    for (const { facts } of context.conditions) {
      if (facts.family !== 'Arn') continue;
      for (const { text, pointer } of valueEntries(context, facts)) {
        if (/^\*+$/.test(text) || text.includes('${') || text.split(':', 6).length === 6) continue;
        yield {
          pointer,
          message: `found ${quote(text)} under \`${facts.condition.operator.text}\`, expected an ARN`,
        };
      }
    }
  },
};
