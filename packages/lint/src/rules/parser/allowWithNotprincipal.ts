import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, bucket, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `allow-with-notprincipal`. */
export const allowWithNotprincipal: Rule = {
  id: 'allow-with-notprincipal',
  group: 'public',
  severity: 'warning',
  aliases: { accessAnalyzer: 'ALLOW_WITH_NOT_PRINCIPAL', parliament: 'NOTPRINCIPAL_WITH_ALLOW' },
  reads: ['Principal'],
  get doc(): string {
    return DIAGNOSTIC_CODES['allow-with-notprincipal'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(bucket({ NotPrincipal: { AWS: '111122223333' } }), {
          at: '/Statement/0/NotPrincipal',
          message:
            'found `NotPrincipal` in an Allow statement, which grants to everybody else, anonymous callers included',
          help: 'name who may call with `Principal`',
          marks: '{"AWS":"111122223333"}',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
