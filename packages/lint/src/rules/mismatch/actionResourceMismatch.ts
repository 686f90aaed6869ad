import type { Rule, RuleExamples, Report } from '../../rule/rule.ts';
import { quote } from '@policywright/policy/text';
import { comparedTypesOf } from '../../facts/actionFit.ts';
import { catalogActions } from '../../facts/catalogActions.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import { allow, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';
import { formatsHelp, mismatchesOf, type ActionEntry } from '../_internals/resourceMismatches.ts';

const INSTANCE = 'arn:aws:ec2:eu-west-1:111122223333:instance/*';
const SUBNET = 'arn:aws:ec2:eu-west-1:111122223333:subnet/*';

/** Reports actions that no resource of their statement suits, and no other statement of the same effect. */
export const actionResourceMismatch: Rule = {
  id: 'action-resource-mismatch',
  group: 'mismatch',
  severity: 'warning',
  aliases: { parliament: 'RESOURCE_MISMATCH' },
  reads: ['Action', 'Resource'],
  doc: 'no resource of a statement is of a type that the action works on, so that the action is never matched (S47, S55)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::b' }), {
          at: '/Statement/0/Action',
          message:
            'found `s3:GetObject`, but according to the catalog no resource of the statement is of a type that it works on',
          help: 'it works on `arn:${Partition}:s3:::${BucketName}/${ObjectName}`, `arn:${Partition}:s3:${Region}:${Account}:accesspoint/${AccessPointName}/object/${ObjectName}`',
        }),
        finds(allow({ Action: ['s3:GetObject', 's3:ListBucket'], Resource: 'arn:aws:s3:::b/*' }), {
          at: '/Statement/0/Action/1',
          message:
            'found `s3:ListBucket`, but according to the catalog no resource of the statement is of a type that it works on',
          help: 'it works on `arn:${Partition}:s3:::${BucketName}`, `arn:${Partition}:s3:${Region}:${Account}:accesspoint/${AccessPointName}`',
        }),
        finds(allow({ Action: 's3:ListAllMyBuckets', Resource: 'arn:aws:s3:::b*' }), {
          at: '/Statement/0/Action',
          message:
            'found `s3:ListAllMyBuckets` on certain resources, but according to the catalog it works only on `*`',
          help: 'move it to a statement with `"Resource": "*"`',
        }),
        finds(allow({ Action: ['sqs:Send*', 'sqs:ReceiveMessage'], Resource: 'arn:aws:s3:::b' }), {
          at: '/Statement/0/Resource',
          message:
            'found `arn:aws:s3:::b`, which according to the catalog is of no type that an action of the statement works on',
          help: 'they work on `arn:${Partition}:sqs:${Region}:${Account}:${QueueName}`',
        }),
        finds(
          allow({
            Action: ['sqs:Send*', 'sqs:ReceiveMessage'],
            Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::c'],
          }),
          {
            at: '/Statement/0/Resource',
            message:
              'found resources, none of which is according to the catalog of a type that an action of the statement works on',
            help: 'they work on `arn:${Partition}:sqs:${Region}:${Account}:${QueueName}`',
          },
        ),
        finds(allow({ Action: 'ec2:StartInstances', Resource: 'arn:aws:s3:::b' }), {
          at: '/Statement/0/Action',
          help: 'it works on `arn:${Partition}:ec2:${Region}:${Account}:instance/${InstanceId}`, `arn:${Partition}:resource-groups:${Region}:${Account}:group/${GroupName}`',
        }),
        finds(allow({ Action: 's3:GetObject', Resource: 'arn:aws:sqs:eu-west-1:111122223333:q' }), {
          at: '/Statement/0/Action',
          help: 'it works on `arn:${Partition}:s3:::${BucketName}/${ObjectName}`, `arn:${Partition}:s3:${Region}:${Account}:accesspoint/${AccessPointName}/object/${ObjectName}`',
        }),
        ...Object.entries({
          'dynamodb:PutItem': 'arn:aws:dynamodb:*:*:table/orders/index/by-day',
          'ecs:DescribeClusters': 'arn:aws:ecs:*:*:cluster/shop/*',
          'kinesis:PutRecord': 'arn:aws:kinesis:*:*:stream/clicks/consumer/*',
          'kms:Decrypt': 'arn:aws:kms:*:*:key/0/*',
          'lambda:PublishVersion': 'arn:aws:lambda:*:*:function:resize:prod',
          'logs:PutRetentionPolicy': 'arn:aws:logs:*:*:log-group:/shop/web:log-stream:one',
          's3:PutBucketPolicy': 'arn:aws:s3:::*/*',
          'sns:Publish': 'arn:aws:sns:*:*:orders:*',
          'sqs:SendMessage': 'arn:aws:sqs:*:*:orders/*',
          'states:InvokeHTTPEndpoint': 'arn:aws:states:*:*:activity:pack',
          'states:StartExecution': 'arn:aws:states:*:*:stateMachine:order:live',
        }).map(([Action, Resource]) => finds(allow({ Action, Resource }), { at: '/Statement/0/Action' })),
        ...Object.entries({
          's3:ListBucket': 'arn:aws:s3:::${bucket}/*',
          's3:GetObject': 'arn:aws:s3:::${unknown.name-Bucket}',
          'sns:Publish': 'arn:aws:sqs:${region}:${account_id}:${queue}',
        }).map(([Action, Resource]) => finds(allow({ Action, Resource }), { at: '/Statement/0/Action' })),
        finds(
          allow({
            Action: ['sqs:Send*', 'sqs:ReceiveMessage'],
            Resource: 'arn:aws:sns:${unknown.AWS.Region}:${unknown.AWS.AccountId}:x',
          }),
          {
            at: '/Statement/0/Resource',
            message:
              'found `arn:aws:sns:${AWS.Region}:${AWS.AccountId}:x`, which according to the catalog is of no type that an action of the statement works on',
            help: 'they work on `arn:${Partition}:sqs:${Region}:${Account}:${QueueName}`',
          },
        ),
        finds(allow({ Action: ['sqs:SendMessage', 'sqs:ReceiveMessage'], Resource: ['arn:aws:s3:::b'] }), {
          at: '/Statement/0/Resource/0',
        }),
        // Where another action works on the resource, it is not the resource that is wrong.
        finds(
          allow({ Action: ['s3:GetObject', 's3:PutObject', 's3:ListBucket'], Resource: 'arn:aws:s3:::b' }),
          {
            at: '/Statement/0/Action/0',
          },
          { at: '/Statement/0/Action/1' },
        ),
        finds(
          allow({ Action: ['s3:ListAllMyBuckets', 'sqs:SendMessage'], Resource: 'arn:aws:sns:*:*:orders' }),
          {
            at: '/Statement/0/Action/0',
            message:
              'found `s3:ListAllMyBuckets` on certain resources, but according to the catalog it works only on `*`',
            help: 'move it to a statement with `"Resource": "*"`',
          },
          { at: '/Statement/0/Action/1' },
        ),
        // Some of the actions work on queues.
        finds(allow({ Action: 'sqs:List*', Resource: 'arn:aws:sns:*:*:orders' }), {
          at: '/Statement/0/Action',
          message:
            'found `sqs:List*`, but according to the catalog no resource of the statement is of a type that it works on',
          help: 'it works on `arn:${Partition}:sqs:${Region}:${Account}:${QueueName}`',
        }),
        // Neither a statement about another action nor one of another effect makes it match.
        finds(
          documentOf(
            'identity',
            statement('Allow', { Resource: 'arn:aws:s3:::b' }),
            statement('Allow', { Action: 's3:PutObject' }),
            statement('Deny', {}),
          ),
          { at: '/Statement/0/Action' },
        ),
      ],
      good: [
        // What is not known may hold separators, unless it is a field or a name.
        ...Object.entries({
          's3:GetObject': 'arn:aws:s3:::${bucket}',
          's3:ListBucket': 'arn:aws:s3:::${unknown.name-Bucket}',
          'sns:Publish': 'arn:aws:${service}:*:*:x',
          'sqs:SendMessage': 'arn:aws:sqs:${region_and_account}:q',
          'kms:Decrypt': '${key}',
          'logs:PutLogEvents': 'arn:aws:logs:${unknown.Home}:log-group:/shop/web:*',
          'logs:GetLogEvents': 'arn:aws:logs:${RegionAndAccount}:log-group:/shop/web:*',
        }).map(([Action, Resource]) => allow({ Action, Resource })),

        allow({ Action: 'states:InvokeHTTPEndpoint', Resource: 'arn:aws:states:*:*:stateMachine:order' }),
        allow({
          Action: ['s3:GetObject', 's3:ListBucket'],
          Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'],
        }),
        documentOf(
          'identity',
          statement('Allow', { Action: 'ec2:RunInstances', Resource: INSTANCE }),
          statement('Allow', { Action: ['ec2:RunInstances', 'ec2:StopInstances'], Resource: SUBNET }),
          statement('Allow', { Action: 'ec2:StopInstances', Resource: INSTANCE }),
        ),
        allow({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::${aws:PrincipalTag/path}' }),
        allow({ Action: 's3:ListAllMyBuckets', Resource: ['arn:aws:s3:::b', '*'] }),
        allow({ Action: 'logs:DescribeLogGroups', Resource: 'arn:aws:logs:*:*:*' }),
        allow({ Action: ['s3:ListBucket', 's3:GetObject'], Resource: 'arn:aws:s3:::b*' }),
        allow({ Action: 'kms:Decrypt', Resource: 'my-key' }),
        allow({ Resource: 'arn:aws:lamda:*' }),
        allow({ Action: 's3:ListBucket', Resource: ['arn:aws:s3:::', 'arn::s3:::b', 'arn:aws:s3:b/*'] }),
        allow({ Action: 'kms:Decrypt', Resource: 'arn:aws:S3:::b/*' }),
        allow({ Action: 'iam:GetRole', Resource: 'arn:aws:iam::111122223333:roles/a' }),
        allow({ Action: 's3:GetObject', Resource: 'arn:aws:s3:eu-west-1:111122223333:b/*' }),
        ...Object.entries({
          'ecr:BatchGetImage': 'arn:aws:ecr:*:*:repository/team/app',
          'lambda:InvokeFunction': 'arn:aws:lambda:*:*:function:resize:prod',
          'logs:CreateLogGroup': 'arn:aws:logs:*:*:log-group:/shop/web:*',
          'logs:DeleteLogGroup': 'arn:aws:logs:*:*:log-group:/shop/web:log-stream:*',
          'logs:PutLogEvents': 'arn:aws:logs:*:*:log-group:/shop/web:*',
          'sns:Publish': 'arn:aws:sns:*:*:endpoint/GCM/shop/*',
          'sns:GetSubscriptionAttributes': 'arn:aws:sns:*:*:orders:*',
          'sns:SetSubscriptionAttributes': 'arn:aws:sns:*:*:orders:*',
          'sns:Unsubscribe': 'arn:aws:sns:*:*:orders:*',
        }).map(([Action, Resource]) => allow({ Action, Resource })),
        documentOf(
          'identity',
          statement('Allow', { Action: 's3:GetObject*', Resource: 'arn:aws:s3:::b' }),
          statement('Allow', {}),
        ),
        allow({ Action: 's3:Frobnicate', Resource: 'arn:aws:s3:::b' }),
        allow({ NotAction: 's3:GetObject', Resource: 'arn:aws:s3:::b' }),
        allow({ Resource: [] }),
      ],
    };
  },
  *check(context) {
    for (const { at, wrong } of mismatchesOf(context)) {
      const needStar = wrong.filter(({ facts }) =>
        catalogActions(facts).every((action) => comparedTypesOf(action).length === 0),
      );
      if (wrong.length > 1 && needStar.length === 0 && wrong.length === at.actions.length) {
        yield wrongResource(at);
        continue;
      }
      for (const entry of wrong) yield needStar.includes(entry) ? starReport(entry) : typeReport(entry, at);
    }
  },
};

function starReport({ pointer, facts }: ActionEntry): Report {
  return {
    pointer,
    message: `found ${quote(facts.text)} on certain resources, but according to the catalog it works only on \`*\``,
    help: 'move it to a statement with `"Resource": "*"`',
  };
}

function typeReport(entry: ActionEntry, at: StatementFacts): Report {
  return {
    pointer: entry.pointer,
    message: `found ${quote(entry.facts.text)}, but according to the catalog no resource of the statement is of a type that it works on`,
    help: formatsHelp('it works on', [entry], at),
  };
}

/** Where all actions agree, it is the resource that is wrong, and that is said once. */
function wrongResource(at: StatementFacts): Report {
  const [first, ...others] = at.resources;
  const only = others.length === 0 ? first : undefined;
  return {
    pointer: only?.pointer ?? at.resourcePointer,
    holdsForAll: true,
    message:
      only === undefined
        ? 'found resources, none of which is according to the catalog of a type that an action of the statement works on'
        : `found ${quote(only.facts.text)}, which according to the catalog is of no type that an action of the statement works on`,
    help: formatsHelp('they work on', at.actions, at),
    actions: at.actions.map(({ facts }) => facts.text),
  };
}
