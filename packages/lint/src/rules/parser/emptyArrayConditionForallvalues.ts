import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, condition, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `empty-array-condition-forallvalues`. */
export const emptyArrayConditionForallvalues: Rule = {
  id: 'empty-array-condition-forallvalues',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'EMPTY_ARRAY_CONDITION_FORALLVALUES' },
  reads: ['Condition'],
  doc: 'an empty list of values under `ForAllValues`, which only requests without the key match (S20)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(condition({ 'ForAllValues:StringEquals': { 'aws:TagKeys': [] } }), {
          at: '/Statement/0/Condition/ForAllValues:StringEquals/aws:TagKeys',
          message: 'found an empty list for `aws:TagKeys`, expected at least one value',
          marks: '[]',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
