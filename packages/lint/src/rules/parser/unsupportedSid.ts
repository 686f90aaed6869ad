import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `unsupported-sid`. */
export const unsupportedSid: Rule = {
  id: 'unsupported-sid',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'UNSUPPORTED_SID', parliament: 'INVALID_SID' },
  reads: ['Sid'],
  get doc(): string {
    return DIAGNOSTIC_CODES['unsupported-sid'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Sid: 'My Sid' }), {
          at: '/Statement/0/Sid',
          message: 'found `My Sid` in `Sid`, expected only letters A to Z, a to z and digits',
          marks: '"My Sid"',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
