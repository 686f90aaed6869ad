import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { arnReadings } from '../_internals/arnReadings.ts';

/** Reports accounts in ARNs of resources that have none. */
export const arnAccountNotAllowed: Rule = {
  id: 'arn-account-not-allowed',
  group: 'mismatch',
  severity: 'error',
  aliases: { accessAnalyzer: 'ARN_ACCOUNT_NOT_ALLOWED' },
  reads: ['Resource'],
  doc: 'a resource ARN has an account, which the ARNs of this resource type leave empty (S43)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Resource: 'arn:aws:s3::111122223333:b/*' }), {
          at: '/Statement/0/Resource',
          message:
            'found `arn:aws:s3::111122223333:b/*` with the account `111122223333`, but ARNs of this resource type have none',
          help: 'expected the form `arn:${Partition}:s3:::${BucketName}`',
          marks: '"arn:aws:s3::111122223333:b/*"',
        }),
        finds(
          allow({ Action: 'apigateway:GET', Resource: 'arn:aws:apigateway:*:111122223333:/restapis/${api}' }),
          {
            at: '/Statement/0/Resource',
          },
        ),
        finds(
          allow({
            Action: 'route53:GetHostedZone',
            Resource: 'arn:aws:route53::111122223333:hostedzone/Z0A1B2',
          }),
          {
            at: '/Statement/0/Resource',
          },
        ),
        // Jobs have a Region, so that this is an object of a bucket with that name.
        finds(allow({ Resource: 'arn:aws:s3::111122223333:job/*' }), { at: '/Statement/0/Resource' }),
        finds(allow({ Resource: ['arn:aws:s3:eu-west-1:111122223333:b/*'] }), {
          at: '/Statement/0/Resource/0',
        }),
      ],
      good: [
        allow({ Action: 's3:GetObject', Resource: 'arn:aws:s3::${account_id}:${bucket}/*' }),
        allow({ Resource: ['arn:aws:s3:::b/*', 'arn:aws:s3:eu-west-1:111122223333:accesspoint/a'] }),
        allow({ Resource: 'arn:aws:s3:eu-west-1:111122223333:storage-lens/a' }),
        allow({
          Action: 'iam:GetRole',
          Resource: ['arn:aws:iam::111122223333:role/a', 'arn:aws:iam::111122223333:roles/a'],
        }),
        // The Region is wrong, and the account is not.
        allow({
          Action: ['sqs:SendMessage', 'iam:GetRole'],
          Resource: ['arn:aws:sqs::111122223333:q', 'arn:aws:iam:us-east-1:111122223333:role/a'],
        }),
      ],
    };
  },
  *check(context) {
    for (const { facts, entry, account, region, possible } of arnReadings(context)) {
      if (/^$|^\*+$/.test(account) || possible.length === 0) continue;
      // Names of some types take any text; whether there is a Region tells them apart, unless that is what is wrong.
      const alike = possible.filter((format) => (format.region === '') === (region === ''));
      if ((alike.length > 0 ? alike : possible).some((format) => format.account !== '')) continue;
      yield {
        pointer: entry.pointer,
        holdsForAll: true,
        message: `found ${quote(facts.text)} with the account ${quote(account)}, but ARNs of this resource type have none`,
        help: `expected the form \`${possible[0]?.format ?? ''}\``,
      };
    }
  },
};
