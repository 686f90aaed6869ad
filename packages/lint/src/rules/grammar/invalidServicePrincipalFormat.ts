import { quote } from '../../engine/quote.ts';
import { principalsOf } from '../../facts/principalsOf.ts';
import type { Rule } from '../../model/rule.ts';
import { trust } from '../_internals/exampleDocuments.ts';

const DOMAINS = [
  '.amazonaws.com',
  '.amazonaws.com.cn',
  '.amazonaws.eu',
  '.amazon.com',
  '.aws.internal',
  '.c2s.ic.gov',
  '.sc2s.sgov.gov',
];
const LABELS = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/;

/** Reports service principals that are no domain of AWS. */
export const invalidServicePrincipalFormat: Rule = {
  id: 'invalid-service-principal-format',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_SERVICE_PRINCIPAL_FORMAT' },
  reads: ['Principal'],
  doc: 'a service principal is not of the form `service.amazonaws.com`',
  examples: {
    bad: [
      trust({ Principal: { Service: 'ec2' } }),
      trust({ Principal: { Service: 'https://ec2.amazonaws.com' } }),
    ],
    good: [trust({ Principal: { Service: ['ec2.amazonaws.com', 'logs.eu-west-1.amazonaws.com'] } })],
  },
  *check(context) {
    for (const statement of context.statements) {
      for (const { entry, pointer } of principalsOf(context, statement)) {
        const { kind, value } = entry;
        if (kind !== 'Service' || /[*]|\$\{/.test(value)) continue;
        const domain = DOMAINS.find((ending) => value.endsWith(ending));
        if (domain !== undefined && LABELS.test(value.slice(0, -domain.length))) continue;
        yield {
          pointer,
          message: `found the service principal ${quote(value)}, expected the form \`service.amazonaws.com\``,
        };
      }
    }
  },
};
