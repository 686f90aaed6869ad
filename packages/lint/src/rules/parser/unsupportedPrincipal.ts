import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `unsupported-principal`. */
export const unsupportedPrincipal: Rule = {
  id: 'unsupported-principal',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'UNSUPPORTED_PRINCIPAL' },
  reads: ['Principal'],
  get doc(): string {
    return DIAGNOSTIC_CODES['unsupported-principal'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Principal: '*' }), {
          at: '/Statement/0/Principal',
          message: 'found `Principal`, which an identity-based policy does not have',
          help: 'remove it, or check the type of the policy',
          marks: '"*"',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
