import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { documentOf, finds, statement } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `unique-sids-required`. */
export const uniqueSidsRequired: Rule = {
  id: 'unique-sids-required',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'UNIQUE_SIDS_REQUIRED', parliament: 'DUPLICATE_SID' },
  reads: ['Sid'],
  get doc(): string {
    return DIAGNOSTIC_CODES['unique-sids-required'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(documentOf('identity', statement('Allow', { Sid: 'A' }), statement('Deny', { Sid: 'A' })), {
          at: '/Statement/1/Sid',
          message: 'found the `Sid` `A` a second time in one policy',
          help: 'give each statement its own, or leave it out',
          marks: '"A"',
        }),
      ],
      good: [documentOf('identity', statement('Allow', { Sid: 'A' }), statement('Deny', { Sid: 'B' }))],
    };
  },
};
