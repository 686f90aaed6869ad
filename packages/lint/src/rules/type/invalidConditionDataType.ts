import { quote } from '@policywright/policy/text';
import { valueEntries } from '../../facts/valueEntries.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports lists of values of several JSON types. */
export const invalidConditionDataType: Rule = {
  id: 'invalid-condition-data-type',
  group: 'type',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_CONDITION_DATA_TYPE' },
  reads: ['Condition'],
  doc: 'the values of a condition key are of different JSON types',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { NumericEquals: { 's3:max-keys': [10, '20'] } } }), {
          at: '/Statement/0/Condition/NumericEquals/s3:max-keys',
          message: 'found values of different JSON types for `s3:max-keys`',
          help: 'write all of them as strings',
          marks: '[10,"20"]',
        }),
      ],
      good: [allow({ Condition: { NumericEquals: { 's3:max-keys': ['10', '20'] } } })],
    };
  },
  *check(context) {
    for (const { facts } of context.conditions) {
      const kinds = new Set(valueEntries(context, facts).map(({ node }) => node?.kind));
      if (kinds.size < 2) continue;
      yield {
        pointer: facts.pointer,
        message: `found values of different JSON types for ${quote(facts.condition.key)}`,
        help: 'write all of them as strings',
      };
    }
  },
};
