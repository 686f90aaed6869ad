import { serviceFields } from '../../data/arnServices.ts';
import { quote } from '@policywright/policy/text';
import type { Rule } from '../../model/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports resource ARNs of services that do not exist. */
export const invalidService: Rule = {
  id: 'invalid-service',
  group: 'unknown',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_SERVICE' },
  reads: ['Resource'],
  doc: 'a resource ARN names a service that does not exist',
  examples: {
    bad: [
      finds(allow({ Resource: 'arn:aws:lamda:*:*:function:f' }), {
        at: '/Statement/0/Resource',
        message: 'found `arn:aws:lamda:*:*:function:f`, whose service `lamda` has no resources',
        help: 'did you mean `lambda`',
      }),
      finds(allow({ Resource: 'arn:aws:efs:*:*:file-system/fs-1' }), {
        at: '/Statement/0/Resource',
        message: 'found `arn:aws:efs:*:*:file-system/fs-1`, whose service `efs` has no resources',
        help: 'did you mean `elasticfilesystem`',
      }),
      finds(allow({ Resource: 'arn:aws:s4:::b/*' }), {
        at: '/Statement/0/Resource',
        message: 'found `arn:aws:s4:::b/*`, whose service `s4` has no resources',
      }),
    ],
    good: [allow({ Resource: ['arn:aws:s3:::b/*', 'arn:aws:elasticloadbalancing:*:*:*'] })],
  },
  *check(context) {
    const known = serviceFields();
    for (const entry of context.resources) {
      const { facts } = entry;
      const service = facts.fields[2] ?? '';
      if (facts.fields[0] !== 'arn' || facts.fields.length < 4 || /[*?]|^$/.test(service)) continue;
      if (known.has(service.toLowerCase())) continue;
      yield {
        pointer: entry.pointer,
        message: `found ${quote(facts.text)}, whose service \`${service}\` has no resources`,
        help: context.suggestService(service),
      };
    }
  },
};
