import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds, text } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `json-syntax-error`. */
export const jsonSyntaxError: Rule = {
  id: 'json-syntax-error',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'JSON_SYNTAX_ERROR', parliament: 'MALFORMED_JSON' },
  reads: ['Document'],
  get doc(): string {
    return DIAGNOSTIC_CODES['json-syntax-error'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(text('{"Version": "2012-10-17",'), {
          at: '',
          message: 'found the end of the text, expected `,` or `}`',
          help: '`{` at line 1, column 1 is not closed',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
