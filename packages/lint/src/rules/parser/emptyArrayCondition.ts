import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, condition, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `empty-array-condition`. */
export const emptyArrayCondition: Rule = {
  id: 'empty-array-condition',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'EMPTY_ARRAY_CONDITION' },
  reads: ['Condition'],
  get doc(): string {
    return DIAGNOSTIC_CODES['empty-array-condition'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(condition({ StringEquals: { 'aws:PrincipalOrgID': [] } }), {
          at: '/Statement/0/Condition/StringEquals/aws:PrincipalOrgID',
          message: 'found an empty list for `aws:PrincipalOrgID`, expected at least one value',
          marks: '[]',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
