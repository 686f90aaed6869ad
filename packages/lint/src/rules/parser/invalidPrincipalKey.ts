import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, bucket, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `invalid-principal-key`. */
export const invalidPrincipalKey: Rule = {
  id: 'invalid-principal-key',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_PRINCIPAL_KEY', parliament: 'UNKNOWN_PRINCIPAL' },
  reads: ['Principal'],
  get doc(): string {
    return DIAGNOSTIC_CODES['invalid-principal-key'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(bucket({ Principal: { aws: '111122223333' } }), {
          at: '/Statement/0/Principal/aws',
          message:
            'found `aws` in a principal, expected one of `AWS`, `Service`, `Federated`, `CanonicalUser`',
          help: 'did you mean `AWS`',
          marks: '"aws"',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
