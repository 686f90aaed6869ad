import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `empty-array-resource`. */
export const emptyArrayResource: Rule = {
  id: 'empty-array-resource',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'EMPTY_ARRAY_RESOURCE' },
  reads: ['Resource'],
  get doc(): string {
    return DIAGNOSTIC_CODES['empty-array-resource'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Resource: [] }), {
          at: '/Statement/0/Resource',
          message: 'found an empty list in `Resource`, which matches nothing',
          marks: '[]',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
