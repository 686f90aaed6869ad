import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { bucket, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `invalid-principal-format`. */
export const invalidPrincipalFormat: Rule = {
  id: 'invalid-principal-format',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_PRINCIPAL_FORMAT', parliament: 'UNKNOWN_PRINCIPAL' },
  reads: ['Principal'],
  get doc(): string {
    return DIAGNOSTIC_CODES['invalid-principal-format'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(bucket({ Principal: { AWS: 'bob' } }), {
          at: '/Statement/0/Principal/AWS',
          message:
            'found `bob` under `AWS`, expected `*`, an account number or the ARN of an account, user, role or session',
          marks: '"bob"',
        }),
      ],
      good: [bucket({ Principal: { AWS: '111122223333' } })],
    };
  },
};
