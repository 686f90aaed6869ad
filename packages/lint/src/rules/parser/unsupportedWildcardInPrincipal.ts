import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, bucket, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `unsupported-wildcard-in-principal`. */
export const unsupportedWildcardInPrincipal: Rule = {
  id: 'unsupported-wildcard-in-principal',
  group: 'public',
  severity: 'error',
  aliases: { accessAnalyzer: 'UNSUPPORTED_WILDCARD_IN_PRINCIPAL' },
  reads: ['Principal'],
  get doc(): string {
    return DIAGNOSTIC_CODES['unsupported-wildcard-in-principal'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(bucket({ Principal: { AWS: 'arn:aws:iam::111122223333:user/*' } }), {
          at: '/Statement/0/Principal/AWS',
          message:
            'found `arn:aws:iam::111122223333:user/*` as a principal, which matches nobody: wildcards inside principals are plain text',
          help: 'name the account, and narrow it with a condition on `aws:PrincipalArn`',
          marks: '"arn:aws:iam::111122223333:user/*"',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
