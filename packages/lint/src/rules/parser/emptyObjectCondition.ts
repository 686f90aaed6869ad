import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, condition, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `empty-object-condition`. */
export const emptyObjectCondition: Rule = {
  id: 'empty-object-condition',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'EMPTY_OBJECT_CONDITION' },
  reads: ['Condition'],
  get doc(): string {
    return DIAGNOSTIC_CODES['empty-object-condition'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(condition({}), {
          at: '/Statement/0/Condition',
          message: 'found nothing in `Condition`, so that it tests nothing',
          help: 'remove it',
          marks: '{}',
        }),
        finds(condition({ StringEquals: {} }), { at: '/Statement/0/Condition/StringEquals' }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
