import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { arnReadings } from '../_internals/arnReadings.ts';

/** Reports ARNs without the Region that their resources have. */
export const missingArnRegion: Rule = {
  id: 'missing-arn-region',
  group: 'mismatch',
  severity: 'error',
  aliases: { accessAnalyzer: 'MISSING_ARN_REGION' },
  reads: ['Resource'],
  doc: 'a resource ARN has no Region, which every ARN of this resource type has (S43)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs::111122223333:q' }), {
          at: '/Statement/0/Resource',
          message:
            'found `arn:aws:sqs::111122223333:q` without a Region, which ARNs of this resource type have',
          help: 'expected the form `arn:${Partition}:sqs:${Region}:${Account}:${QueueName}`',
          marks: '"arn:aws:sqs::111122223333:q"',
        }),
        finds(allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs::${account_id}:${queue}' }), {
          at: '/Statement/0/Resource',
        }),
      ],
      good: [
        allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:${region}:${account_id}:${queue}' }),
        allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:*:111122223333:q' }),
        allow({ Resource: ['arn:aws:s3:::b/*', 'arn:aws:s3:::accesspoint/a'] }),
        // That it is of no type is another finding.
        allow({ Action: 'ecs:ListTasks', Resource: 'arn:aws:ecs::111122223333:clusters/a' }),
      ],
    };
  },
  *check(context) {
    for (const { facts, entry, region, possible } of arnReadings(context)) {
      if (region !== '' || possible.length === 0 || possible.some((format) => format.region === '')) continue;
      yield {
        pointer: entry.pointer,
        holdsForAll: true,
        message: `found ${quote(facts.text)} without a Region, which ARNs of this resource type have`,
        help: `expected the form \`${possible[0]?.format ?? ''}\``,
      };
    }
  },
};
