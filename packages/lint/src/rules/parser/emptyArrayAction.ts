import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `empty-array-action`. */
export const emptyArrayAction: Rule = {
  id: 'empty-array-action',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'EMPTY_ARRAY_ACTION' },
  reads: ['Action'],
  get doc(): string {
    return DIAGNOSTIC_CODES['empty-array-action'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: [] }), {
          at: '/Statement/0/Action',
          message: 'found an empty list in `Action`, which matches nothing',
          marks: '[]',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
