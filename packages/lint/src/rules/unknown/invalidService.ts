import { serviceFields } from '../../data/arnServices.ts';
import { quote } from '@policywright/policy/text';
import type { ListEntry } from '../../facts/listEntry.ts';
import type { ResourceFacts } from '../../facts/resourceFacts.ts';
import type { Report, Rule } from '../../model/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports resource ARNs of services that do not exist. */
export const invalidService: Rule = {
  id: 'invalid-service',
  group: 'unknown',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_SERVICE' },
  reads: ['Resource'],
  doc: 'a resource ARN names no service, or one that does not exist',
  examples: {
    bad: [
      finds(allow({ Resource: 'arn:aws:s4:::b/*' }), {
        at: '/Statement/0/Resource',
        message: 'found `arn:aws:s4:::b/*`, whose service `s4` has no resources',
        help: 'did you mean `s3`',
      }),
      finds(allow({ Resource: 'arn:aws::::b/*' }), {
        at: '/Statement/0/Resource',
        message: 'found `arn:aws::::b/*` without a service',
        help: 'name the service of the resource in the third field, as in `arn:aws:s3:::...`',
      }),
    ],
    good: [allow({ Resource: ['arn:aws:s3:::b/*', 'arn:aws:elasticloadbalancing:*:*:*'] })],
  },
  *check(context) {
    const known = serviceFields();
    for (const entry of context.resources) {
      const { facts } = entry;
      const service = facts.fields[2] ?? '';
      if (facts.fields[0] !== 'arn' || facts.fields.length < 4 || /[*?]/.test(service)) continue;
      if (service === '') {
        // Where fields are missing, it is not known which; that is a finding of its own.
        if (facts.isArn) yield withoutService(entry);
        continue;
      }
      if (known.has(service.toLowerCase())) continue;
      yield {
        pointer: entry.pointer,
        message: `found ${quote(facts.text)}, whose service \`${service}\` has no resources`,
        help: context.suggestName(service, known),
      };
    }
  },
};

function withoutService({ facts, pointer }: ListEntry<ResourceFacts>): Report {
  return {
    pointer,
    message: `found ${quote(facts.text)} without a service`,
    help: 'name the service of the resource in the third field, as in `arn:aws:s3:::...`',
  };
}
