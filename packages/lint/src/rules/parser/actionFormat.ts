import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `action-format`. */
export const actionFormat: Rule = {
  id: 'action-format',
  group: 'grammar',
  severity: 'error',
  aliases: {},
  reads: ['Action'],
  get doc(): string {
    return DIAGNOSTIC_CODES['action-format'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: 'GetObject' }), {
          at: '/Statement/0/Action',
          message: 'found `GetObject` in `Action`, expected `*` or the form `prefix:Name`',
          marks: '"GetObject"',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
