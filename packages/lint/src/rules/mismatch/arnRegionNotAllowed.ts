import { quote } from '@policywright/policy/text';
import { regionOfTemplate } from '../../facts/knownParts.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { arnReadings } from '../_internals/arnReadings.ts';

/** Reports Regions in ARNs of resources that have none. */
export const arnRegionNotAllowed: Rule = {
  id: 'arn-region-not-allowed',
  group: 'mismatch',
  severity: 'error',
  aliases: { accessAnalyzer: 'ARN_REGION_NOT_ALLOWED' },
  reads: ['Resource'],
  doc: 'a resource ARN has a Region, which the ARNs of this resource type leave empty (S43)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Resource: 'arn:aws:s3:eu-west-1::b/*' }), {
          at: '/Statement/0/Resource',
          message:
            'found `arn:aws:s3:eu-west-1::b/*` with the Region `eu-west-1`, but ARNs of this resource type have none',
          help: 'expected the form `arn:${Partition}:s3:::${BucketName}`',
          marks: '"arn:aws:s3:eu-west-1::b/*"',
        }),
        finds(allow({ Action: 'iam:GetRole', Resource: 'arn:aws:iam:us-east-1:111122223333:role/a' }), {
          at: '/Statement/0/Resource',
        }),
        finds(allow({ Action: 'iam:GetRole', Resource: 'arn:aws:iam:${unknown.AWS.Region}:*:role/a' }), {
          at: '/Statement/0/Resource',
          message:
            'found `arn:aws:iam:${AWS.Region}:*:role/a` with the Region `${AWS.Region}`, but ARNs of this resource type have none',
          help: 'expected the form `arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}`',
        }),
        finds(
          allow({
            Action: 'route53:GetHostedZone',
            Resource: 'arn:aws:route53:us-east-1::hostedzone/Z0A1B2',
          }),
          {
            at: '/Statement/0/Resource',
          },
        ),
      ],
      good: [
        allow({ Action: 'iam:GetRole', Resource: 'arn:aws:iam:${region}:111122223333:role/a' }),

        allow({ Resource: ['arn:aws:s3:::b/*', 'arn:aws:s3:*:*:c/*'] }),
        allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west-1:111122223333:q' }),
        allow({ Resource: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/a' }),
        // That it is of no type is another finding.
        allow({ Action: 'iam:GetRole', Resource: 'arn:aws:iam:us-east-1:111122223333:roles/a' }),
      ],
    };
  },
  *check(context) {
    for (const { facts, entry, region, possible } of arnReadings(context)) {
      const written = regionOfTemplate(facts.text) ?? region;
      if (/^$|^\*+$/.test(written) || possible.length === 0) continue;
      if (possible.some((format) => format.region !== '')) continue;
      yield {
        pointer: entry.pointer,
        holdsForAll: true,
        message: `found ${quote(facts.text)} with the Region ${quote(written)}, but ARNs of this resource type have none`,
        help: `expected the form \`${possible[0]?.format ?? ''}\``,
      };
    }
  },
};
