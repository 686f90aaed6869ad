import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds, text } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `invalid-version`. */
export const invalidVersion: Rule = {
  id: 'invalid-version',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_VERSION', parliament: 'INVALID_VERSION' },
  reads: ['Version'],
  get doc(): string {
    return DIAGNOSTIC_CODES['invalid-version'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(text(allow({}).text.replace('2012-10-17', '2012-10-18')), {
          at: '/Version',
          message: 'found `2012-10-18` in `Version`, expected `2012-10-17` or `2008-10-17`',
          help: 'it names the version of the language, not of your policy: write `2012-10-17`',
          marks: '"2012-10-18"',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
