import { isExtraArn } from '../_internals/isExtraArn.ts';
import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { arnReadings } from '../_internals/arnReadings.ts';
import { nearestFormats } from '../_internals/nearestFormats.ts';

/** Reports ARNs that are of no resource type of their service. */
export const invalidArnResource: Rule = {
  id: 'invalid-arn-resource',
  group: 'mismatch',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_ARN_RESOURCE' },
  reads: ['Resource'],
  doc: 'a resource ARN is of no resource type that its service has, or names no resource at all',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: 'iam:GetRole', Resource: 'arn:aws:iam::111122223333:roles/a' }), {
          at: '/Statement/0/Resource',
          message: 'found `arn:aws:iam::111122223333:roles/a`, which is of no resource type of `iam`',
          help: 'its ARNs are such as `arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}`, `arn:${Partition}:iam::${Account}:role/aws-service-role/es.amazonaws.com/AWSServiceRoleForAmazonOpenSearchService`',
          marks: '"arn:aws:iam::111122223333:roles/a"',
        }),
        finds(allow({ Action: 'ecs:RunTask', Resource: 'arn:aws:ecs:*:*:taskdefinition/web:*' }), {
          at: '/Statement/0/Resource',
        }),
        finds(allow({ Action: 's3:ListBucket', Resource: 'arn:aws:s3:::' }), {
          at: '/Statement/0/Resource',
          message: 'found `arn:aws:s3:::`, which ends where the name of a resource is expected',
          help: 'its ARNs are such as `arn:${Partition}:s3:::${BucketName}`, `arn:${Partition}:s3:::${BucketName}/${ObjectName}`',
        }),
        finds(
          allow({
            Action: 'lambda:InvokeFunction',
            Resource: 'arn:aws:lambda:${region}:${account_id}:functions:${name}',
          }),
          { at: '/Statement/0/Resource' },
        ),
      ],
      good: [
        allow({
          Action: 'lambda:InvokeFunction',
          Resource: 'arn:aws:lambda:${region}:${account_id}:${name}',
        }),

        allow({ Action: 'iam:GetRole', Resource: ['arn:aws:iam::111122223333:role/a', 'arn:aws:iam::*:*'] }),
        allow({ Action: 'ecs:RunTask', Resource: 'arn:aws:ecs:*:*:${aws:PrincipalTag/type}/web:*' }),
        allow({ Action: 'route53:GetHostedZone', Resource: 'arn:aws:route53:::hostedzone/Z0A1B2' }),
        allow({
          Action: 'cloudformation:CreateChangeSet',
          Resource: 'arn:aws:cloudformation:eu-west-1:aws:transform/Serverless-2016-10-31',
        }),
      ],
    };
  },
  *check(context) {
    for (const { facts, entry, all, possible } of arnReadings(context)) {
      const [, , service = '', , , resource = ''] = facts.fields;
      if (resource !== '' && (possible.length > 0 || isExtraArn(facts))) continue;
      yield {
        pointer: entry.pointer,
        holdsForAll: true,
        message:
          resource === ''
            ? `found ${quote(facts.text)}, which ends where the name of a resource is expected`
            : `found ${quote(facts.text)}, which is of no resource type of ${quote(service)}`,
        help: `its ARNs are such as ${nearestFormats(
          all.map(({ format }) => format),
          facts,
        )}`,
      };
    }
  },
};
