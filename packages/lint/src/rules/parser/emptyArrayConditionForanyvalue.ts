import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, condition, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `empty-array-condition-foranyvalue`. */
export const emptyArrayConditionForanyvalue: Rule = {
  id: 'empty-array-condition-foranyvalue',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'EMPTY_ARRAY_CONDITION_FORANYVALUE' },
  reads: ['Condition'],
  doc: 'an empty list of values under `ForAnyValue`, which no request matches (S20)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(condition({ 'ForAnyValue:StringEquals': { 'aws:TagKeys': [] } }), {
          at: '/Statement/0/Condition/ForAnyValue:StringEquals/aws:TagKeys',
          message: 'found an empty list for `aws:TagKeys`, expected at least one value',
          marks: '[]',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
