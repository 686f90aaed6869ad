import { quote } from '@policywright/policy/text';
import type { Report, Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:jobs';

/** Reports resources that are written so that they match nothing. */
export const unmatchableResource: Rule = {
  id: 'unmatchable-resource',
  group: 'mismatch',
  severity: 'error',
  aliases: {},
  reads: ['Resource'],
  doc: 'a resource is written so that it matches none: several ARNs in one text, white space at its end, a slash too many for parameters, queues and topics',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Resource: 'arn:aws:s3:::a/*,arn:aws:s3:::b/*' }), {
          at: '/Statement/0/Resource',
          message:
            'found `arn:aws:s3:::a/*,arn:aws:s3:::b/*`, which is one pattern, though it holds several ARNs',
          help: 'write a list with one ARN each',
          marks: '"arn:aws:s3:::a/*,arn:aws:s3:::b/*"',
        }),
        ...[', ', ' ', ';', '\n', '|'].map((joint) =>
          finds(allow({ Resource: ['*', `arn:aws:s3:::a/*${joint}arn:aws:s3:::b/*`] }), {
            at: '/Statement/0/Resource/1',
          }),
        ),
        finds(allow({ Action: 'sqs:SendMessage', Resource: `${QUEUE} ` }), {
          at: '/Statement/0/Resource',
          message: `found \`${QUEUE} \`, which ends with white space`,
          help: 'remove it',
        }),
        ...['\t', '\n', '\r\n'].map((space) =>
          finds(allow({ Action: 'sqs:SendMessage', Resource: QUEUE + space }), {
            at: '/Statement/0/Resource',
          }),
        ),
        finds(
          allow({
            Action: 'ssm:GetParameter',
            Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter//prod/*',
          }),
          {
            at: '/Statement/0/Resource',
            message:
              'found `arn:aws:ssm:eu-west-1:111122223333:parameter//prod/*`, with two slashes in front of the name',
            help: 'did you mean `arn:aws:ssm:eu-west-1:111122223333:parameter/prod/*`',
          },
        ),
        finds(allow({ Action: 'sns:Publish', Resource: 'arn:aws:sns:eu-west-1:111122223333:topic/events' }), {
          at: '/Statement/0/Resource',
          message:
            'found `arn:aws:sns:eu-west-1:111122223333:topic/events` with a slash, which no name of `sns` has',
          help: 'write the name alone behind the account',
        }),
        finds(allow({ Action: 'sqs:SendMessage', Resource: QUEUE.replace('jobs', 'queue/jobs') }), {
          at: '/Statement/0/Resource',
        }),
      ],
      good: [
        allow({
          Resource: [
            'arn:aws:s3:::a/*',
            'arn:aws:s3:::a/b, c/*',
            'arn:aws:s3:::a/arn:aws:s3',
            'arn:aws:s3:::parameter//a',
          ],
        }),
        allow({
          Action: 'sqs:SendMessage',
          Resource: ['arn:aws:sqs:*:*:*', QUEUE, '${aws:PrincipalTag/a/b}'],
        }),
        allow({ Action: 'sns:Publish', Resource: 'arn:aws:sns:*:*:${aws:PrincipalTag/team}' }),
        allow({
          Action: 'ssm:GetParameter',
          Resource: ['arn:aws:ssm:*:111122223333:parameter/prod/*', 'arn:aws:ssm:*:*:document//a'],
        }),
      ],
    };
  },
  *check({ resources }) {
    for (const { facts, unknown, pointer } of resources) {
      const fault = unknown ? undefined : faultOf(facts.text);
      if (fault !== undefined) yield { pointer, ...fault };
    }
  },
};

function faultOf(text: string): Pick<Report, 'message' | 'help'> | undefined {
  if (/[\s,;|]arn:/.test(text))
    return {
      message: `found ${quote(text)}, which is one pattern, though it holds several ARNs`,
      help: 'write a list with one ARN each',
    };
  if (/\s$/.test(text))
    return { message: `found ${quote(text)}, which ends with white space`, help: 'remove it' };
  const [start, , service = '', , , resource = ''] = text.split(':', 6);
  if (start !== 'arn') return undefined;
  if (service === 'ssm' && resource.startsWith(DOUBLED))
    return {
      message: `found ${quote(text)}, with two slashes in front of the name`,
      help: `did you mean ${quote(text.replace(DOUBLED, DOUBLED.slice(0, -1)))}`,
    };
  if ((service === 'sns' || service === 'sqs') && resource.includes('/'))
    return {
      message: `found ${quote(text)} with a slash, which no name of \`${service}\` has`,
      help: 'write the name alone behind the account',
    };
  return undefined;
}

const DOUBLED = 'parameter//';
