import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, documentOf, finds, text } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `missing-statement`. */
export const missingStatement: Rule = {
  id: 'missing-statement',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'MISSING_STATEMENT', parliament: 'MALFORMED' },
  reads: ['Document'],
  get doc(): string {
    return DIAGNOSTIC_CODES['missing-statement'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(text('{"Version":"2012-10-17"}'), {
          at: '',
          message: 'found no `Statement` in the document',
          help: 'add a statement with `Effect`, `Action` and `Resource`',
          marks: '{',
        }),
        finds(documentOf('identity'), {
          at: '/Statement',
          message: 'found no statement in `Statement`',
          help: 'add a statement with `Effect`, `Action` and `Resource`',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
