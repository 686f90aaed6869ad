import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, condition, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `invalid-condition-operator`. */
export const invalidConditionOperator: Rule = {
  id: 'invalid-condition-operator',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_CONDITION_OPERATOR', parliament: 'UNKNOWN_OPERATOR' },
  reads: ['Condition'],
  get doc(): string {
    return DIAGNOSTIC_CODES['invalid-condition-operator'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(condition({ StringEqual: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }), {
          at: '/Statement/0/Condition/StringEqual',
          message: 'found `StringEqual`, which is no condition operator',
          help: 'did you mean `StringEquals`',
          marks: '"StringEqual"',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
