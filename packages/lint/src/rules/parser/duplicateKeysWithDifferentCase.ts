import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, condition, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `duplicate-keys-with-different-case`. */
export const duplicateKeysWithDifferentCase: Rule = {
  id: 'duplicate-keys-with-different-case',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'DUPLICATE_KEYS_WITH_DIFFERENT_CASE' },
  reads: ['Condition'],
  get doc(): string {
    return DIAGNOSTIC_CODES['duplicate-keys-with-different-case'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(condition({ Bool: { 'aws:SecureTransport': true, 'AWS:securetransport': true } }), {
          at: '/Statement/0/Condition/Bool/AWS:securetransport',
          message:
            'found `AWS:securetransport` beside `aws:SecureTransport`, which differs only in letter case',
          help: 'these names are compared without case; put the values together under one name',
          marks: '"AWS:securetransport"',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
