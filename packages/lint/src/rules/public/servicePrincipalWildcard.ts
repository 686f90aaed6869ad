import { quote } from '@policywright/policy/text';
import { principalsOf } from '../../facts/principalsOf.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { bucket, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';

/** Reports `*` as a service principal. */
export const servicePrincipalWildcard: Rule = {
  id: 'service-principal-wildcard',
  group: 'public',
  severity: 'warning',
  aliases: {},
  reads: ['Principal'],
  doc: 'an Allow statement has `*` as a service principal, where services have to be named',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(bucket({ Principal: { Service: '*' } }), {
          at: '/Statement/0/Principal/Service',
          message: 'found `*` under `Service`, expected the names of services',
          marks: '"*"',
        }),
      ],
      good: [
        bucket({ Principal: { Service: 'cloudtrail.amazonaws.com' } }),
        bucket({ Principal: { AWS: '*' } }),
        documentOf('resource', statement('Deny', { Principal: { Service: '*' } })),
      ],
    };
  },
  *check(context) {
    for (const statement of context.statements.filter(({ allows }) => allows)) {
      for (const { entry, pointer } of principalsOf(context, statement)) {
        if (entry.kind !== 'Service' || entry.value !== '*') continue;
        yield {
          pointer,
          message: `found ${quote(entry.value)} under \`Service\`, expected the names of services`,
        };
      }
    }
  },
};
