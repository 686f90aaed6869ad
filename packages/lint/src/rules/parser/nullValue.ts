import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `null-value`. */
export const nullValue: Rule = {
  id: 'null-value',
  group: 'grammar',
  severity: 'error',
  aliases: {},
  reads: ['Document'],
  get doc(): string {
    return DIAGNOSTIC_CODES['null-value'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Resource: null }), {
          at: '/Statement/0/Resource',
          message: 'found `null` in `Resource`, expected a string or a list of strings',
          marks: 'null',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
