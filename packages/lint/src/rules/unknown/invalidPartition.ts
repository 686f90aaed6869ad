import { suggestName } from '../../facts/suggestions.ts';
import { PARTITIONS } from '@policywright/arn/engine';
import { quote } from '@policywright/policy/text';
import { globOf } from '../../facts/globsOverlap.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports resource ARNs of partitions that do not exist. */
export const invalidPartition: Rule = {
  id: 'invalid-partition',
  group: 'unknown',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_PARTITION' },
  reads: ['Resource'],
  doc: 'a resource ARN names a partition that does not exist',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Resource: 'arn:amazon:s3:::b/*' }), {
          at: '/Statement/0/Resource',
          message: 'found `arn:amazon:s3:::b/*`, whose partition `amazon` does not exist',
          marks: '"arn:amazon:s3:::b/*"',
        }),
        finds(allow({ Action: 's3:GetObject', Resource: 'arn:amazon:s3:::${bucket}/*' }), {
          at: '/Statement/0/Resource',
        }),
      ],
      good: [
        allow({ Action: 's3:GetObject', Resource: 'arn:${partition}:s3:::${bucket}/*' }),

        allow({ Resource: ['arn:aws:s3:::b/*', 'arn:aws-cn:s3:::b/*', 'arn:aws*:s3:::c/*', 'arn:*:s3:::d'] }),
        // These are no ARNs.
        allow({ Resource: ['arn', 'xarn:amazon:s3:::b/*'] }),
      ],
    };
  },
  *check(context) {
    for (const entry of context.resources) {
      const { facts } = entry;
      const partition = facts.fields[1];
      if (facts.fields[0] !== 'arn' || partition === undefined) continue;
      const { matcher } = globOf(partition);
      if (PARTITIONS.some((known) => matcher.matches(known))) continue;
      yield {
        pointer: entry.pointer,
        holdsForAll: true,
        message: `found ${quote(facts.text)}, whose partition \`${partition}\` does not exist`,
        help: suggestName(context, partition, PARTITIONS),
      };
    }
  },
};
