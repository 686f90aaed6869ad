import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds, trust } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `unsupported-canonical-user`. */
export const unsupportedCanonicalUser: Rule = {
  id: 'unsupported-canonical-user',
  group: 'grammar',
  severity: 'error',
  aliases: {},
  reads: ['Principal'],
  get doc(): string {
    return DIAGNOSTIC_CODES['unsupported-canonical-user'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(trust({ Principal: { CanonicalUser: '79a5' } }), {
          at: '/Statement/0/Principal/CanonicalUser',
          message: 'found `CanonicalUser` in a role trust policy, which only bucket policies take',
          help: 'name the account under `AWS`',
          marks: '"CanonicalUser"',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
