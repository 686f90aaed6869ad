import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, documentOf, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `missing-principal`. */
export const missingPrincipal: Rule = {
  id: 'missing-principal',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'MISSING_PRINCIPAL' },
  reads: ['Principal'],
  get doc(): string {
    return DIAGNOSTIC_CODES['missing-principal'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(documentOf('trust', { Effect: 'Allow', Action: 'sts:AssumeRole' }), {
          at: '/Statement/0',
          message: 'found a statement without `Principal`, which a role trust policy needs',
          help: 'name who may call, such as `"Principal": { "AWS": "111122223333" }`',
          marks: '{',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
