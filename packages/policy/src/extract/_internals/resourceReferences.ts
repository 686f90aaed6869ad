import { memberOf, stringOf } from '../../json/_internals/elementReading.ts';
import type { JsonNode, JsonObject } from '../../json/jsonNode.ts';
import { unknownName, unknownText } from '../unknownText.ts';

/** The types of the resources of a template, by their logical names. */
export type ResourceTypes = ReadonlyMap<string, string>;

/** What a template says about a reference: the resource, and its attribute where it is no `Ref`. */
interface Reference {
  readonly name: string;
  readonly attribute: string | undefined;
}

const HOME = 'REGION:ACCOUNT';
const QUEUE_URL = 'https://sqs.REGION.amazonaws.com/ACCOUNT/NAME';

/**
 * What references to resources return, by type: first that of `Ref`, then attributes; an ARN is written without
 * `arn` and its partition, `NAME` holds neither `/` nor `:`, and `PATH` anything. From the pages of the types in the
 * AWS CloudFormation User Guide, section "Return values", read on 2026-11-30 for buckets, queues, topics, tables, streams,
 * functions (`Ref`), keys (`Arn`) and secrets; the others, and `TopicArn` and `QueueUrl`, are from memory, unchecked.
 */
const RETURNED: ReadonlyMap<string, readonly (readonly [attribute: string, text: string])[]> = new Map([
  [
    'AWS::DynamoDB::Table',
    named(`dynamodb:${HOME}:table/NAME`, ['StreamArn', `dynamodb:${HOME}:table/NAME/stream/PATH`]),
  ],
  ['AWS::IAM::Role', named('iam::ACCOUNT:role/PATH')],
  ['AWS::KMS::Key', named(`kms:${HOME}:key/NAME`)],
  ['AWS::Kinesis::Stream', named(`kinesis:${HOME}:stream/NAME`)],
  ['AWS::Lambda::Function', named(`lambda:${HOME}:function:NAME`)],
  ['AWS::Logs::LogGroup', [['Arn', `logs:${HOME}:log-group:PATH:*`]]],
  ['AWS::S3::Bucket', named('s3:::NAME')],
  [
    'AWS::SNS::Topic',
    [
      ['Ref', `sns:${HOME}:NAME`],
      ['TopicArn', `sns:${HOME}:NAME`],
      ['TopicName', 'NAME'],
    ],
  ],
  [
    'AWS::SQS::Queue',
    [
      ['Ref', QUEUE_URL],
      ['QueueUrl', QUEUE_URL],
      ['QueueName', 'NAME'],
      ['Arn', `sqs:${HOME}:NAME`],
    ],
  ],
  ['AWS::SecretsManager::Secret', [['Ref', `secretsmanager:${HOME}:secret:PATH`]]],
  ['AWS::Serverless::Function', named(`lambda:${HOME}:function:NAME`)],
  [
    'AWS::StepFunctions::StateMachine',
    [
      ['Ref', `states:${HOME}:stateMachine:NAME`],
      ['Name', 'NAME'],
    ],
  ],
]);

/** Of types whose `Ref` is the name and whose `Arn` is the ARN. */
function named(
  arn: string,
  ...others: readonly (readonly [string, string])[]
): readonly (readonly [string, string])[] {
  return [['Ref', 'NAME'], ['Arn', arn], ...others];
}

/**
 * What a reference to a resource of the template returns, as far as its type tells, unknown parts as `unknownText` and
 * `unknownName` write them.
 *
 * @param reference - as in `Fn::Sub`: `Bucket`, or `Bucket.Arn`.
 * @param types - of the resources of the template.
 * @returns `undefined` where nothing is known of it.
 */
export function referenceText(reference: string, types: ResourceTypes): string | undefined {
  const { name, attribute = 'Ref' } = readReference(reference);
  const returned = RETURNED.get(types.get(name) ?? '')?.find(([known]) => known === attribute)?.[1];
  if (returned === undefined) return undefined;
  const text = returned.includes(':') && returned !== QUEUE_URL ? `arn:PARTITION:${returned}` : returned;
  return text.replace(
    /[A-Z]{4,}/g,
    (word) => PARTS.get(word) ?? (word === 'NAME' ? unknownName(name) : unknownText(name)),
  );
}

const PARTS: ReadonlyMap<string, string> = new Map(
  [
    ['PARTITION', 'AWS.Partition'],
    ['REGION', 'AWS.Region'],
    ['ACCOUNT', 'AWS.AccountId'],
  ].map(([word = '', label = '']) => [word, unknownText(label)]),
);

function readReference(reference: string): Reference {
  const dot = reference.indexOf('.');
  if (dot < 0) return { name: reference, attribute: undefined };
  return { name: reference.slice(0, dot), attribute: reference.slice(dot + 1) };
}

/** The types of the resources of a template, or of the template in a file of the Serverless Framework. */
export function resourceTypesOf(node: JsonObject): ResourceTypes | undefined {
  const resources = memberOf(node, 'Resources') ?? memberOf(memberOf(node, 'resources'), 'Resources');
  if (resources?.kind !== 'object') return undefined;
  const types = resources.members.flatMap(({ name, value }) => {
    const type = resourceTypeOf(value);
    return type === undefined ? [] : [[name.value, type] as const];
  });
  return types.length === 0 ? undefined : new Map(types);
}

/** The type of a resource of a template, such as `AWS::S3::Bucket`; `undefined` where a value is none. */
export function resourceTypeOf(node: JsonNode): string | undefined {
  const type = stringOf(memberOf(node, 'Type'));
  return type?.includes('::') === true ? type : undefined;
}
