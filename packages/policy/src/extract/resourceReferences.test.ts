import { describe, expect, test } from 'vitest';
import { extractPolicies, parseJson, printJson } from '../index.ts';

const AT_HOME = '${unknown.AWS.Region}:${unknown.AWS.AccountId}';
const AWS = 'arn:${unknown.AWS.Partition}';

/** What a statement has as resource in a template where `X` is of a type. */
function resourceOf(Type: string, Resource: unknown): unknown {
  const Statement = [{ Effect: 'Allow', Action: 'a:B', Resource, Condition: { ArnEquals: { k: Resource } } }];
  const Properties = { PolicyDocument: { Version: '2012-10-17', Statement } };
  const text = JSON.stringify({
    Resources: { X: { Type }, P: { Type: 'AWS::IAM::ManagedPolicy', Properties } },
  });
  const { node: root } = parseJson(text);
  const [policy] = root === undefined ? [] : extractPolicies(root, { text });
  expect(policy?.exact).toBe(false);
  expect(policy?.isUnknown('/Statement/0/Resource')).toBe(true);
  const document = JSON.parse(printJson(policy?.node ?? { kind: 'null', start: 0, end: 0 })) as {
    readonly Statement: readonly [{ readonly Resource: unknown }];
  };
  return document.Statement[0].Resource;
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
