import { describe, expect, test } from 'vitest';
import { arnFormat, uncheckedArn, type ArnFormat } from './arn.ts';
import { PolicyError } from './policyError.ts';

const CLUSTER = 'arn:${partition}:ecs:${region}:${account}:cluster/${clusterName}';
const OBJECT = 'arn:${partition}:s3:::${bucketName}/${objectName/:}';
const MODELS = [
  'arn:${partition}:apigateway:${region}::/apis/${apiId}/models',
  'arn:${partition}:apigateway:${region}::/restapis/${restApiId}/models',
];
const parts = { region: 'us-east-1', account: '111122223333', clusterName: 'web' };

const formatOf = (formats: string | readonly string[]): ArnFormat<string, object> =>
  arnFormat(...[formats].flat());
const makeArn = (formats: string | readonly string[], values: object): string => formatOf(formats)(values);
const readArn = (formats: string | readonly string[], arn: string): object | undefined =>
  formatOf(formats).parse(arn);

const codeOf = (format: string | readonly string[], values: object): string => {
  try {
    return makeArn(format, values);
  } catch (error) {
    return error instanceof PolicyError ? error.code : String(error);
  }
};

describe('a format makes ARNs', () => {
  test('fills a format, in the partition `aws` unless told', () => {
    expect(makeArn(CLUSTER, parts)).toBe('arn:aws:ecs:us-east-1:111122223333:cluster/web');
    expect(makeArn(CLUSTER, { ...parts, partition: 'aws-cn' })).toBe(
      'arn:aws-cn:ecs:us-east-1:111122223333:cluster/web',
    );
  });

  test('S47: wildcards make a pattern', () => {
    expect(makeArn(CLUSTER, { region: '*', account: '*', clusterName: 'web-?*' })).toBe(
      'arn:aws:ecs:*:*:cluster/web-?*',
    );
  });

  test('S114: policy variables and the tokens of other tools are no separators', () => {
    const objectName = 'home/${aws:username}/*';
    expect(makeArn(OBJECT, { bucketName: 'b', objectName })).toBe(`arn:aws:s3:::b/${objectName}`);
    expect(makeArn(CLUSTER, { ...parts, account: '${AWS::AccountId}' })).toContain(
      ':${AWS::AccountId}:cluster/',
    );
    expect(makeArn(CLUSTER, { ...parts, region: '${Token[AWS.Region.4]}' })).toContain(
      ':${Token[AWS.Region.4]}:',
    );
  });

  test.each([
    ['a colon in a field', CLUSTER, { ...parts, account: '1:2' }],
    ['a slash where another part would begin', CLUSTER, { ...parts, clusterName: 'a/b' }],
    ['an empty value', CLUSTER, { ...parts, clusterName: '' }],
    ['a value that is missing', CLUSTER, { region: 'r', account: '1' }],
    ['a bucket that would be an object', OBJECT, { bucketName: 'a/b', objectName: 'c' }],
    ['a colon after an unclosed variable', CLUSTER, { ...parts, account: '${a:b' }],
  ])('S42: %s is refused', (_what, format, values) => {
    expect(codeOf(format, values)).toBe('invalid-arn-part');
  });

  test('a value cannot hold what follows it, but for a hyphen, which names often hold', () => {
    const fifo = 'arn:aws:sqs:::${queueName}.${suffix}';
    expect(makeArn(fifo, { queueName: 'a', suffix: 'fifo' })).toBe('arn:aws:sqs:::a.fifo');
    expect(codeOf(fifo, { queueName: 'a.b', suffix: 'fifo' })).toBe('invalid-arn-part');
    // Said to hold a slash, it holds none where one follows.
    const rule = 'arn:aws:iot:::rule/${ruleName/}/${part}';
    expect(codeOf(rule, { ruleName: 'a/b', part: 'c' })).toBe('invalid-arn-part');
    expect(makeArn('arn:aws:x:::${name}-${id}', { name: 'my-name', id: '1' })).toBe('arn:aws:x:::my-name-1');
  });

  test('of several formats, fills the one that has its values', () => {
    expect(makeArn(MODELS, { region: 'r', apiId: 'x' })).toBe('arn:aws:apigateway:r::/apis/x/models');
    expect(makeArn(MODELS, { region: 'r', restApiId: 'x' })).toBe('arn:aws:apigateway:r::/restapis/x/models');
  });
});

describe('a format reads ARNs', () => {
  test('reads the values back', () => {
    expect(readArn(CLUSTER, 'arn:aws:ecs:us-east-1:111122223333:cluster/web')).toEqual({
      ...parts,
      partition: 'aws',
    });
    expect(readArn(OBJECT, 'arn:aws:s3:::b/a/b:c')).toEqual({
      partition: 'aws',
      bucketName: 'b',
      objectName: 'a/b:c',
    });
    expect(readArn(MODELS, 'arn:aws:apigateway:r::/restapis/x/models')).toEqual({
      partition: 'aws',
      region: 'r',
      restApiId: 'x',
    });
  });

  test('reads variables as they stand', () => {
    expect(readArn(OBJECT, 'arn:aws:s3:::b/${aws:username}/x')).toMatchObject({
      objectName: '${aws:username}/x',
    });
  });

  test.each([
    '',
    'arn:aws:ecs:us-east-1:111122223333:cluster/',
    'arn:aws:ecs:us-east-1:111122223333:cluster/a/b',
    'arn:aws:ecs:us-east-1::cluster/web',
    'arn:aws:ecs:us-east-1:111122223333:service/web',
    'arn:aws:ecs:us-east-1:111122223333:cluster/web:1',
    'xarn:aws:ecs:us-east-1:111122223333:cluster/web',
    'urn:aws:ecs:us-east-1:111122223333:cluster/web',
    'arn:aws:s3:::b',
  ])('S42: `%s` is no cluster', (arn) => {
    expect(readArn(CLUSTER, arn)).toBeUndefined();
  });

  test('a text that repeats a beginning takes linear time', () => {
    const start = performance.now();
    expect(readArn(CLUSTER, '${'.repeat(500_000))).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

test('uncheckedArn gives its text back', () => {
  expect(uncheckedArn('arn:aws:s3:::b')).toBe('arn:aws:s3:::b');
});
