import { describe, expect, test } from 'vitest';
import { extractPolicies, parseJson, printJson } from '../index.ts';

const AT_HOME = '${unknown.AWS.Region}:${unknown.AWS.AccountId}';
const AWS = 'arn:${unknown.AWS.Partition}';

/** What a statement has as resource in a template with a resource `X`, and whether something of it is not known. */
function readResource(X: object, Resource: unknown): { readonly resource: unknown; readonly open: boolean } {
  const Statement = [{ Effect: 'Allow', Action: 'a:B', Resource, Condition: { ArnEquals: { k: Resource } } }];
  const Properties = { PolicyDocument: { Version: '2012-10-17', Statement } };
  const text = JSON.stringify({ Resources: { X, P: { Type: 'AWS::IAM::ManagedPolicy', Properties } } });
  const { node: root } = parseJson(text);
  const [policy] = root === undefined ? [] : extractPolicies(root, { text });
  const document = JSON.parse(printJson(policy?.node ?? { kind: 'null', start: 0, end: 0 })) as {
    readonly Statement: readonly [{ readonly Resource: unknown }];
  };
  expect(policy?.exact).toBe(false); // of conditions nothing is known
  const open = policy?.isUnknown('/Statement/0/Resource') ?? false;
  return { resource: document.Statement[0].Resource, open };
}

function resourceOf(Type: string, Resource: unknown): unknown {
  const { resource, open } = readResource({ Type }, Resource);
  expect(open).toBe(true);
  return resource;
}

const NAME = '${unknown.name-X}';
const PATH = '${unknown.X}';

describe('what references return by the type of the resource', () => {
  test.each([
    ['AWS::DynamoDB::Table', 'Ref', NAME],
    ['AWS::DynamoDB::Table', 'Arn', `${AWS}:dynamodb:${AT_HOME}:table/${NAME}`],
    ['AWS::DynamoDB::Table', 'StreamArn', `${AWS}:dynamodb:${AT_HOME}:table/${NAME}/stream/${PATH}`],
    ['AWS::IAM::Role', 'Ref', NAME],
    ['AWS::IAM::Role', 'Arn', `${AWS}:iam::\${unknown.AWS.AccountId}:role/${PATH}`],
    ['AWS::KMS::Key', 'Ref', NAME],
    ['AWS::KMS::Key', 'Arn', `${AWS}:kms:${AT_HOME}:key/${NAME}`],
    ['AWS::Kinesis::Stream', 'Ref', NAME],
    ['AWS::Kinesis::Stream', 'Arn', `${AWS}:kinesis:${AT_HOME}:stream/${NAME}`],
    ['AWS::Lambda::Function', 'Ref', NAME],
    ['AWS::Lambda::Function', 'Arn', `${AWS}:lambda:${AT_HOME}:function:${NAME}`],
    ['AWS::Logs::LogGroup', 'Ref', PATH],
    ['AWS::Logs::LogGroup', 'Arn', `${AWS}:logs:${AT_HOME}:log-group:${PATH}:*`],
    ['AWS::S3::Bucket', 'Ref', NAME],
    ['AWS::S3::Bucket', 'Arn', `${AWS}:s3:::${NAME}`],
    ['AWS::S3::Bucket', 'DomainName', '${unknown.X.DomainName}'],
    ['AWS::SNS::Topic', 'Ref', `${AWS}:sns:${AT_HOME}:${NAME}`],
    ['AWS::SNS::Topic', 'TopicArn', `${AWS}:sns:${AT_HOME}:${NAME}`],
    ['AWS::SNS::Topic', 'TopicName', NAME],
    [
      'AWS::SQS::Queue',
      'Ref',
      `https://sqs.\${unknown.AWS.Region}.amazonaws.com/\${unknown.AWS.AccountId}/${NAME}`,
    ],
    [
      'AWS::SQS::Queue',
      'QueueUrl',
      `https://sqs.\${unknown.AWS.Region}.amazonaws.com/\${unknown.AWS.AccountId}/${NAME}`,
    ],
    ['AWS::SQS::Queue', 'QueueName', NAME],
    ['AWS::SQS::Queue', 'Arn', `${AWS}:sqs:${AT_HOME}:${NAME}`],
    ['AWS::SecretsManager::Secret', 'Ref', `${AWS}:secretsmanager:${AT_HOME}:secret:${PATH}`],
    ['AWS::Serverless::Function', 'Ref', NAME],
    ['AWS::Serverless::Function', 'Arn', `${AWS}:lambda:${AT_HOME}:function:${NAME}`],
    ['AWS::StepFunctions::StateMachine', 'Ref', `${AWS}:states:${AT_HOME}:stateMachine:${NAME}`],
    ['AWS::StepFunctions::StateMachine', 'Name', NAME],
    ['AWS::StepFunctions::StateMachine', 'Arn', '${unknown.X.Arn}'],
    ['Custom::Thing', 'Arn', '${unknown.X.Arn}'],
  ])('%s, %s: %s', (type, attribute, expected) => {
    const isRef = attribute === 'Ref';
    expect(resourceOf(type, isRef ? { Ref: 'X' } : { 'Fn::GetAtt': ['X', attribute] })).toBe(expected);
    const inText = isRef ? '${X}' : `\${X.${attribute}}`;
    expect(resourceOf(type, { 'Fn::Sub': `${inText}/*` })).toBe(`${expected}/*`);
  });

  test('in parts of other intrinsics', () => {
    const arn = { 'Fn::GetAtt': 'X.Arn' };
    expect(resourceOf('AWS::S3::Bucket', { 'Fn::Join': ['', [arn, '/*']] })).toBe(`${AWS}:s3:::${NAME}/*`);
    expect(resourceOf('AWS::S3::Bucket', { 'Fn::Sub': ['${A}/k', { A: arn }] })).toBe(
      `${AWS}:s3:::${NAME}/k`,
    );
    expect(resourceOf('AWS::S3::Bucket', { Ref: 'Y' })).toBe('${unknown.Y}');
  });
});

describe('what references return of a resource that has a name', () => {
  const ref = { Ref: 'X' };
  const arn = { 'Fn::GetAtt': ['X', 'Arn'] };
  test.each([
    ['AWS::S3::Bucket', { BucketName: 'docs' }, ref, 'docs'],
    ['AWS::S3::Bucket', { BucketName: 'docs' }, arn, `${AWS}:s3:::docs`],
    ['AWS::S3::Bucket', { BucketName: 'docs' }, { 'Fn::Sub': '${X.Arn}/*' }, `${AWS}:s3:::docs/*`],
    ['AWS::DynamoDB::Table', { TableName: 't' }, arn, `${AWS}:dynamodb:${AT_HOME}:table/t`],
    [
      'AWS::DynamoDB::Table',
      { TableName: 't' },
      { 'Fn::GetAtt': 'X.StreamArn' },
      `${AWS}:dynamodb:${AT_HOME}:table/t/stream/${PATH}`,
    ],
    ['AWS::SQS::Queue', { QueueName: 'q' }, arn, `${AWS}:sqs:${AT_HOME}:q`],
    ['AWS::SNS::Topic', { TopicName: 't' }, ref, `${AWS}:sns:${AT_HOME}:t`],
    ['AWS::Kinesis::Stream', { Name: 's' }, arn, `${AWS}:kinesis:${AT_HOME}:stream/s`],
    ['AWS::Lambda::Function', { FunctionName: 'f' }, arn, `${AWS}:lambda:${AT_HOME}:function:f`],
    ['AWS::Serverless::Function', { FunctionName: 'f' }, arn, `${AWS}:lambda:${AT_HOME}:function:f`],
    [
      'AWS::StepFunctions::StateMachine',
      { StateMachineName: 'm' },
      ref,
      `${AWS}:states:${AT_HOME}:stateMachine:m`,
    ],
    ['AWS::Logs::LogGroup', { LogGroupName: '/a/b' }, arn, `${AWS}:logs:${AT_HOME}:log-group:/a/b:*`],
    ['AWS::IAM::Role', { RoleName: 'task' }, arn, `${AWS}:iam::\${unknown.AWS.AccountId}:role/task`],
    ['AWS::IAM::Role', { RoleName: 'task', Path: '/a/' }, ref, 'task'],
    [
      'AWS::IAM::Role',
      { RoleName: 'task', Path: '/a/' },
      arn,
      `${AWS}:iam::\${unknown.AWS.AccountId}:role/a/task`,
    ],
    // A name of which something is known, and what nobody gives.
    ['AWS::S3::Bucket', { BucketName: { 'Fn::Sub': 'docs-${Stage}' } }, ref, 'docs-${unknown.name-Stage}'],
    [
      'AWS::IAM::Role',
      { RoleName: 'r', Path: { Ref: 'P' } },
      arn,
      `${AWS}:iam::\${unknown.AWS.AccountId}:role/${PATH}`,
    ],
    ['AWS::S3::Bucket', { BucketName: { Ref: 'Name' } }, ref, NAME],
    ['AWS::S3::Bucket', { BucketName: { 'Fn::If': ['C', 'a', 'b'] } }, ref, NAME],
    ['AWS::S3::Bucket', { BucketName: '${self:custom.bucket}' }, ref, NAME],
    ['AWS::S3::Bucket', {}, ref, NAME],
    ['AWS::KMS::Key', { Name: 'k' }, ref, NAME],
    [
      'AWS::SecretsManager::Secret',
      { Name: 's' },
      ref,
      `${AWS}:secretsmanager:${AT_HOME}:secret:${PATH}`, // six characters of AWS follow the name
    ],
  ])('%s %j: %j is %s', (Type, Properties, reference, expected) => {
    const { resource, open } = readResource({ Type, Properties }, reference);
    expect(resource).toBe(expected);
    expect(open).toBe(expected.includes('${'));
  });
});
