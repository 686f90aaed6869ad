import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `invalid-effect`. */
export const invalidEffect: Rule = {
  id: 'invalid-effect',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_EFFECT', parliament: 'MALFORMED' },
  reads: ['Effect'],
  get doc(): string {
    return DIAGNOSTIC_CODES['invalid-effect'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Effect: 'allow' }), {
          at: '/Statement/0/Effect',
          message: 'found `allow` in `Effect`, expected `Allow` or `Deny`',
          help: 'did you mean `Allow`',
          marks: '"allow"',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
