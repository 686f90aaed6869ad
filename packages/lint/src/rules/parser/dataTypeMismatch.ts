import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `data-type-mismatch`. */
export const dataTypeMismatch: Rule = {
  id: 'data-type-mismatch',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'DATA_TYPE_MISMATCH', parliament: 'MALFORMED' },
  reads: ['Document'],
  get doc(): string {
    return DIAGNOSTIC_CODES['data-type-mismatch'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Sid: 5 }), {
          at: '/Statement/0/Sid',
          message: 'found `5` in `Sid`, expected a string',
          marks: '5',
        }),
        finds(allow({ Action: { a: 1 } }), {
          at: '/Statement/0/Action',
          message: 'found an object in `Action`, expected a string or a list of strings',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
