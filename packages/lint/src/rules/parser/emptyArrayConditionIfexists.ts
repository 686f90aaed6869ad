import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, condition, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `empty-array-condition-ifexists`. */
export const emptyArrayConditionIfexists: Rule = {
  id: 'empty-array-condition-ifexists',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'EMPTY_ARRAY_CONDITION_IFEXISTS' },
  reads: ['Condition'],
  doc: 'an empty list of values under an operator with `IfExists`, which only requests without the key match (S20)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(condition({ StringEqualsIfExists: { 'aws:PrincipalOrgID': [] } }), {
          at: '/Statement/0/Condition/StringEqualsIfExists/aws:PrincipalOrgID',
          message: 'found an empty list for `aws:PrincipalOrgID`, expected at least one value',
          marks: '[]',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
