import { suggestName } from '../../facts/suggestions.ts';
import { regions } from '../../data/regions.ts';
import { quote } from '@policywright/policy/text';
import { globOf } from '../../facts/globsOverlap.ts';
import { isAccountForRegion } from '../../facts/knownParts.ts';
import type { ListEntry } from '../../facts/listEntry.ts';
import type { ResourceFacts } from '../../facts/resourceFacts.ts';
import type { Report, Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Words that AWS writes in the place of a Region. */
const OTHERS: readonly string[] = ['aws-global', 'global'];

/** Reports Regions of resource ARNs that do not exist. */
export const invalidArnRegion: Rule = {
  id: 'invalid-arn-region',
  group: 'mismatch',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_ARN_REGION', parliament: 'INVALID_ARN' },
  reads: ['Resource'],
  doc: 'the Region of a resource ARN does not exist',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west1:111122223333:q' }), {
          at: '/Statement/0/Resource',
          message: 'found `arn:aws:sqs:eu-west1:111122223333:q`, whose Region `eu-west1` does not exist',
          help: 'did you mean `eu-west-1`',
          marks: '"arn:aws:sqs:eu-west1:111122223333:q"',
        }),
        finds(
          allow({
            Action: 'sqs:SendMessage',
            Resource: 'arn:aws:sqs:${unknown.AWS.AccountId}:${unknown.AWS.Region}:q',
          }),
          {
            at: '/Statement/0/Resource',
            message:
              'found `arn:aws:sqs:${AWS.AccountId}:${AWS.Region}:q` with the account in the place of the Region',
            help: 'the Region stands in the fourth field, and the account in the fifth',
          },
        ),
        finds(allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west1:${account}:q' }), {
          at: '/Statement/0/Resource',
        }),
      ],
      good: [
        allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:${region}:${account}:${queue}' }),
        allow({
          Action: 'sqs:SendMessage',
          Resource: ['arn:aws:sqs:eu-west-1:111122223333:q', 'arn:aws:sqs:us-*:*:q'],
        }),
        allow({
          Resource: ['arn:aws:s3:::b/*', 'arn:aws:s3:global:111122223333:a', 'arn:aws:s3:aws-global::b'],
        }),
        // Fields are missing, and it is not known which.
        allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west1:q' }),
      ],
    };
  },
  *check(context) {
    for (const entry of context.resources) {
      const { facts } = entry;
      const region = facts.fields[3] ?? '';
      if (facts.isArn && isAccountForRegion(facts.text)) yield swapped(entry);
      if (!facts.isArn || region === '' || OTHERS.includes(region)) continue;
      // A wildcard that ends the field may run past the colon (S50).
      const { matcher } = globOf(region);
      if (regions().some((known) => matcher.matches(known))) continue;
      yield {
        pointer: entry.pointer,
        holdsForAll: true,
        message: `found ${quote(facts.text)}, whose Region ${quote(region)} does not exist`,
        help: suggestName(context, region, regions()),
      };
    }
  },
};

function swapped({ facts, pointer }: ListEntry<ResourceFacts>): Report {
  return {
    pointer,
    holdsForAll: true,
    message: `found ${quote(facts.text)} with the account in the place of the Region`,
    help: 'the Region stands in the fourth field, and the account in the fifth',
  };
}
