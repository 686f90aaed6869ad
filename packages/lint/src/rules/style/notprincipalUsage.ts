import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { bucket, finds } from '../_internals/exampleDocuments.ts';

/** Reports `NotPrincipal` in Deny statements. */
export const notprincipalUsage: Rule = {
  id: 'notprincipal-usage',
  group: 'style',
  severity: 'suggestion',
  aliases: {},
  reads: ['Principal'],
  doc: 'a Deny statement has `NotPrincipal`, whose exceptions are easy to get wrong: an excepted role needs its sessions and its account beside it',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(bucket({ Effect: 'Deny', NotPrincipal: { AWS: '111122223333' } }), {
          at: '/Statement/0/NotPrincipal',
          message: 'found `NotPrincipal`, whose exceptions are easy to get wrong',
          help: 'write `"Principal": "*"` with `ArnNotEquals` on `aws:PrincipalArn`',
          marks: '"NotPrincipal"',
        }),
      ],
      good: [
        bucket({ Principal: { AWS: '111122223333' } }),
        bucket({ Effect: 'Deny', Principal: '*' }),
        // `allow-with-notprincipal` says more.
        bucket({ NotPrincipal: { AWS: '111122223333' } }),
      ],
    };
  },
  *check({ statements }) {
    for (const { allows, statement, principalPointer } of statements) {
      if (allows || statement.principal?.negated !== true) continue;
      yield {
        pointer: principalPointer,
        markName: true,
        message: 'found `NotPrincipal`, whose exceptions are easy to get wrong',
        help: 'write `"Principal": "*"` with `ArnNotEquals` on `aws:PrincipalArn`',
      };
    }
  },
};
