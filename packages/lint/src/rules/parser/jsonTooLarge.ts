import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds, text } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `json-too-large`. */
export const jsonTooLarge: Rule = {
  id: 'json-too-large',
  group: 'grammar',
  severity: 'error',
  aliases: {},
  reads: ['Document'],
  get doc(): string {
    return DIAGNOSTIC_CODES['json-too-large'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(text(' '.repeat(16 * 1024 * 1024 + 1)), {
          at: '',
          message: 'found a text of more than 16777216 bytes',
          help: 'raise the limit `maxBytes` if the text is trusted',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
