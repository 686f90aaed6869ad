import { quote } from '@policywright/policy/text';
import { replaceValue } from '../../fix/edits.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports capitals in the service of a resource ARN. */
export const invalidArnServiceCase: Rule = {
  id: 'invalid-arn-service-case',
  group: 'style',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_ARN_SERVICE_CASE' },
  reads: ['Resource'],
  doc: 'the service of a resource ARN has capitals, and so matches nothing, since ARNs compare with case (S53)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Resource: 'arn:aws:S3:::b/*' }), {
          at: '/Statement/0/Resource',
          message: 'found `arn:aws:S3:::b/*`, whose service has capitals',
          help: 'write `s3`',
          marks: '"arn:aws:S3:::b/*"',
          fix: { to: '"arn:aws:s3:::b/*"', keepsDecisions: false },
        }),
        finds(allow({ Action: 's3:GetObject', Resource: 'arn:aws:S3:::${bucket}/*' }), {
          at: '/Statement/0/Resource',
        }),
        finds(allow({ Resource: 'arn:aws:S3:::b/${aws:username}' }), {
          at: '/Statement/0/Resource',
          fix: { to: '"arn:aws:s3:::b/${aws:username}"', keepsDecisions: false },
        }),
        finds(allow({ Resource: 'arn:${aws:PrincipalTag/partition}:S3:::b/*' }), {
          at: '/Statement/0/Resource',
        }),
      ],
      good: [
        allow({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::${Bucket}/*' }),
        allow({ Resource: ['arn:aws:s3:::b/*', 'anr:aws:S3:::b/*'] }),
      ],
    };
  },
  *check(context) {
    for (const entry of context.resources) {
      const { facts } = entry;
      const service = facts.fields[2] ?? '';
      if (!facts.isArn || !/[A-Z]/.test(service)) continue;
      const parts = facts.text.split(':');
      const mended = [...parts.slice(0, 2), service.toLowerCase(), ...parts.slice(3)].join(':');
      yield {
        pointer: entry.pointer,
        holdsForAll: true,
        message: `found ${quote(facts.text)}, whose service has capitals`,
        help: `write \`${service.toLowerCase()}\``,
        // Where a variable stands in front of the service, the parts are others than the fields, and what stands for
        // something unknown is not what the text has.
        fix:
          entry.unknown || parts[2] !== service
            ? undefined
            : replaceValue(context, entry.pointer, { json: JSON.stringify(mended), keepsDecisions: false }),
      };
    }
  },
};
