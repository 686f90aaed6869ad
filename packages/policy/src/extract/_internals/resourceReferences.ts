import { memberOf, stringOf } from '../../json/_internals/elementReading.ts';
import type { JsonNode, JsonObject } from '../../json/jsonNode.ts';
import { isUnknownText } from '../templateVariables.ts';
import { NAME_PREFIX, UNKNOWN_PREFIX, unknownName, unknownText } from '../unknownText.ts';

/** A resource of a template. */
export interface TemplateResource {
  /** Such as `AWS::S3::Bucket`. */
  readonly type: string;
  readonly properties: JsonNode | undefined;
}

/** The resources of a template, by their logical names. */
export type TemplateResources = ReadonlyMap<string, TemplateResource>;

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

/**
 * The property of a type that has the name of a resource, where its ARN and what `Ref` returns have it as it is. From the same
 * pages, unchecked but for those of buckets, queues, topics and tables.
 */
const NAME_PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['AWS::DynamoDB::Table', 'TableName'],
  ['AWS::IAM::Role', 'RoleName'],
  ['AWS::Kinesis::Stream', 'Name'],
  ['AWS::Lambda::Function', 'FunctionName'],
  ['AWS::Logs::LogGroup', 'LogGroupName'],
  ['AWS::S3::Bucket', 'BucketName'],
  ['AWS::SNS::Topic', 'TopicName'],
  ['AWS::SQS::Queue', 'QueueName'],
  ['AWS::Serverless::Function', 'FunctionName'],
  ['AWS::StepFunctions::StateMachine', 'StateMachineName'],
]);

/** Of types whose `Ref` is the name and whose `Arn` is the ARN. */
function named(
  arn: string,
  ...others: readonly (readonly [string, string])[]
): readonly (readonly [string, string])[] {
  return [['Ref', 'NAME'], ['Arn', arn], ...others];
}

/** What is known of the resources that references lead to. */
export interface Referable {
  readonly resources: TemplateResources;
  /** The text of a value, unknown parts as `unknownText` writes them. */
  readonly textOf: (node: JsonNode) => string;
}

/**
 * What a reference to a resource of the template returns, as far as its type and its name tell, unknown parts as
 * `unknownText` and `unknownName` write them.
 *
 * @param reference - as in `Fn::Sub`: `Bucket`, or `Bucket.Arn`.
 * @param referable - the resources of the template.
 * @returns `undefined` where nothing is known of it.
 */
export function referenceText(reference: string, { resources, textOf }: Referable): string | undefined {
  const { name, attribute = 'Ref' } = readReference(reference);
  const resource = resources.get(name);
  if (resource === undefined) return undefined;
  const returned = RETURNED.get(resource.type)?.find(([known]) => known === attribute)?.[1];
  if (returned === undefined) return undefined;
  const text = returned.includes(':') && returned !== QUEUE_URL ? `arn:PARTITION:${returned}` : returned;
  const given = givenName(resource, textOf);
  return text.replace(/[A-Z]{4,}/g, (word) => {
    if (word === 'NAME') return given === undefined ? unknownName(name) : asName(given);
    return PARTS.get(word) ?? pathOf(resource, given, textOf) ?? unknownText(name);
  });
}

/** The name that a resource is given; `undefined` where AWS makes one, or nobody can tell whether it does. */
function givenName({ type, properties }: TemplateResource, textOf: Referable['textOf']): string | undefined {
  const node = memberOf(properties, NAME_PROPERTIES.get(type) ?? '');
  return node === undefined ? undefined : knownText(node, textOf);
}

/** A text that has something known in it, and no variables of template languages, which may hold anything. */
function knownText(node: JsonNode, textOf: Referable['textOf']): string | undefined {
  if (node.kind === 'string') return isUnknownText(node.value) ? undefined : node.value;
  const text = textOf(node);
  return /^\$\{[^}]*\}$/.test(text) ? undefined : text;
}

/** What is unknown in a name is a name, too. */
function asName(text: string): string {
  return text.replaceAll(UNKNOWN_PREFIX, NAME_PREFIX);
}

/** The path and name of a role in its ARN, the name of a log group; of others, something follows that AWS makes. */
function pathOf(
  { type, properties }: TemplateResource,
  given: string | undefined,
  textOf: Referable['textOf'],
): string | undefined {
  if (given === undefined || type === 'AWS::Logs::LogGroup') return given;
  if (type !== 'AWS::IAM::Role') return undefined;
  const path = memberOf(properties, 'Path');
  if (path === undefined) return asName(given);
  const text = knownText(path, textOf);
  return text?.startsWith('/') === true && text.endsWith('/') ? text.slice(1) + asName(given) : undefined;
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

/** The resources of a template, or of the template in a file of the Serverless Framework. */
export function templateResourcesOf(node: JsonObject): TemplateResources | undefined {
  const resources = memberOf(node, 'Resources') ?? memberOf(memberOf(node, 'resources'), 'Resources');
  if (resources?.kind !== 'object') return undefined;
  const found = resources.members.flatMap(({ name, value }) => {
    const type = resourceTypeOf(value);
    return type === undefined
      ? []
      : [[name.value, { type, properties: memberOf(value, 'Properties') }] as const];
  });
  return found.length === 0 ? undefined : new Map(found);
}

/** The type of a resource of a template, such as `AWS::S3::Bucket`; `undefined` where a value is none. */
export function resourceTypeOf(node: JsonNode): string | undefined {
  const type = stringOf(memberOf(node, 'Type'));
  return type?.includes('::') === true ? type : undefined;
}
