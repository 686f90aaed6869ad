import { describe, expect, test } from 'vitest';
import { parsePolicy } from '../read/parsePolicy.ts';
import { measurePolicy, type MeasureOptions, type PolicyMeasurement } from './measurePolicy.ts';
import { POLICY_QUOTAS, type PolicyQuotaName } from './policyQuotas.ts';

const COMPACT =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":"*"}]}';
const SPACED = JSON.stringify(JSON.parse(COMPACT), undefined, '\t')
  .replaceAll('\n', '\r\n')
  .replace('{', ' {');

function measured(
  source: string,
  options: MeasureOptions,
): Partial<Record<PolicyQuotaName, PolicyMeasurement>> {
  return Object.fromEntries(measurePolicy(source, options).map((each) => [each.name, each]));
}

function used(source: string, options: MeasureOptions): number | undefined {
  return measurePolicy(source, options)[0]?.used;
}

describe('S35: white space', () => {
  test.each(['identity', 'boundary', 'trust'] as const)('does not count in a policy of type %s', (type) => {
    expect(used(COMPACT, { type })).toBe(COMPACT.length);
    expect(used(SPACED, { type })).toBe(COMPACT.length);
  });

  test('does not count inside strings either, unless asked to', () => {
    const text = '{ "a \\" b" : " \\\\" }';
    expect(used(text, { type: 'identity' })).toBe('{"a\\"b":"\\\\"}'.length);
    expect(used(text, { type: 'identity', whiteSpaceInStrings: true })).toBe('{"a \\" b":" \\\\"}'.length);
  });

  test('characters outside the basic plane are one, escapes are what they are in the text', () => {
    expect(used('"\u{1F600}é\\u00e9"', { type: 'identity' })).toBe(10);
    expect(used('"\ud800"', { type: 'identity' })).toBe(3);
  });

  test('a text is measured whatever is wrong with it', () => {
    expect(used('{"a', { type: 'identity' })).toBe(3);
    expect(used('"\\', { type: 'identity' })).toBe(2);
    expect(used('', { type: 'identity' })).toBe(0);
  });

  test('a parsed policy counts as the document that was read', () => {
    const result = parsePolicy(SPACED);
    if (!result.ok) throw new Error('expected a policy');
    expect(measurePolicy(result.policy, { type: 'identity' })).toEqual(
      measurePolicy(COMPACT, { type: 'identity' }),
    );
  });
});

test('S36: the inline policy of a permission set has a quota with white space and one without, in bytes', () => {
  const text = SPACED.replace('s3:GetObject', 's3:GetObjectÀ');
  const sizes = measured(text, { type: 'identity', inlineOf: 'permissionSet' });
  const bytes = new TextEncoder().encode(text).length;
  expect(Object.keys(sizes)).toEqual(['permission-set-policy', 'permission-set-policy-text']);
  const whiteSpace = SPACED.length - COMPACT.length;
  expect(sizes['permission-set-policy']).toMatchObject({
    limit: 32_768,
    used: bytes,
    unit: 'bytes',
    whiteSpace,
  });
  expect(sizes['permission-set-policy-text']).toMatchObject({
    limit: 10_240,
    used: bytes - whiteSpace,
    unit: 'bytes',
  });
});

test('S36: a managed policy has 6,144 characters, a permissions boundary too', () => {
  const size = { name: 'managed-policy', limit: 6144, used: COMPACT.length, unit: 'characters' };
  const expected = [{ ...size, remaining: 6144 - COMPACT.length }];
  expect(measurePolicy(COMPACT, { type: 'identity' })).toEqual(expected);
  expect(measurePolicy(COMPACT, { type: 'boundary' })).toEqual(expected);
});

test('S36: the inline policies of a user, group or role share 2,048, 5,120 or 10,240 characters', () => {
  const of = (inlineOf: 'user' | 'group' | 'role'): readonly PolicyMeasurement[] =>
    measurePolicy(COMPACT, { type: 'identity', inlineOf, besides: [SPACED, COMPACT] });
  expect(of('user')).toMatchObject([{ name: 'user-inline-policies', limit: 2048, used: 3 * COMPACT.length }]);
  expect(of('group')).toMatchObject([{ name: 'group-inline-policies', limit: 5120 }]);
  expect(of('role')).toMatchObject([
    { name: 'role-inline-policies', limit: 10_240, remaining: 10_240 - 3 * COMPACT.length },
  ]);
});

test('S37: a trust policy has 2,048 characters, raisable to 8,192', () => {
  expect(POLICY_QUOTAS['trust-policy'].raisableTo).toBe(8192);
  const long = COMPACT.padEnd(2100, 'x');
  expect(measurePolicy(long, { type: 'trust' })).toMatchObject([{ limit: 2048, remaining: -52 }]);
  expect(measurePolicy(long, { type: 'trust', limits: { 'trust-policy': 8192 } })).toMatchObject([
    { name: 'trust-policy', limit: 8192, remaining: 6092 },
  ]);
});

test('S38: session policies and the ARNs of managed ones share 2,048 characters of plain text', () => {
  const policyArns = ['arn:aws:iam::aws:policy/ReadOnlyAccess', 'arn:aws:iam::111122223333:policy/a'];
  const { 'session-policies': size, 'session-policy-arns': arns } = measured(SPACED, {
    type: 'session',
    policyArns,
  });
  expect(size).toMatchObject({ limit: 2048, used: SPACED.length + policyArns.join('').length });
  expect(arns).toMatchObject({ limit: 10, used: 2, unit: 'policies' });
  expect(measurePolicy(SPACED, { type: 'session' })).toHaveLength(1);
});

describe('S39: the policies of Organizations', () => {
  test('an SCP has 10,240 characters and an RCP 5,120, white space counts, and the numbers are settings', () => {
    expect(measurePolicy(SPACED, { type: 'scp' })).toMatchObject([
      { name: 'service-control-policy', limit: 10_240, used: SPACED.length },
    ]);
    expect(measurePolicy(SPACED, { type: 'rcp' })).toMatchObject([
      { name: 'resource-control-policy', limit: 5120, used: SPACED.length },
    ]);
    expect(measurePolicy(SPACED, { type: 'rcp', limits: { 'resource-control-policy': 6000 } })).toMatchObject(
      [{ limit: 6000, remaining: 6000 - SPACED.length }],
    );
  });

  test('the measurement says how much is white space, which the console strips and SDK and CLI do not', () => {
    const whiteSpace = SPACED.length - COMPACT.length;
    expect(whiteSpace).toBeGreaterThan(0);
    for (const type of ['scp', 'rcp'] as const) {
      const [size] = measurePolicy(SPACED, { type });
      expect(size).toMatchObject({ used: SPACED.length, whiteSpace });
      expect(size && POLICY_QUOTAS[size.name]).toMatchObject({ consoleStripsWhiteSpace: true });
      expect(measurePolicy(COMPACT, { type })).toMatchObject([{ whiteSpace: 0 }]);
    }
  });

  test('white space inside strings stays, in the console too', () => {
    expect(measurePolicy('{ "a b" : "c \\" d" }', { type: 'scp' })).toMatchObject([
      { used: 20, whiteSpace: 4 },
    ]);
  });

  test('where white space does not count, none is told of', () => {
    expect(measurePolicy(SPACED, { type: 'identity' })[0]).not.toHaveProperty('whiteSpace');
  });
});

test('S40: a VPC endpoint policy has 20,480 characters, white space included', () => {
  expect(measurePolicy(SPACED, { type: 'vpcEndpoint' })).toMatchObject([
    { name: 'vpc-endpoint-policy', limit: 20_480, used: SPACED.length },
  ]);
});

test('S40: a key policy has 32,768 bytes, white space included', () => {
  expect(measurePolicy(SPACED, { type: 'resource', service: 'kms' })).toMatchObject([
    { name: 'key-policy', limit: 32_768, used: SPACED.length, unit: 'bytes' },
  ]);
});

describe('S40: the policy of an SQS queue', () => {
  const statement = {
    Effect: 'Allow',
    Principal: { AWS: ['111122223333', '444455556666'], Service: 'sns.amazonaws.com' },
    Action: ['sqs:SendMessage', 'sqs:ReceiveMessage'],
    Condition: { StringEquals: { 'aws:a': 'é', 'aws:b': '1' }, Bool: { 'aws:SecureTransport': true } },
  };
  const text = JSON.stringify({ Statement: [statement, { ...statement, Action: 'sqs:*' }] });

  test('has limits on its bytes, statements, principals, conditions and actions', () => {
    expect(measurePolicy(text, { type: 'resource', service: 'sqs' })).toEqual([
      {
        name: 'sqs-policy',
        limit: 8192,
        used: text.length + 2,
        remaining: 8190 - text.length,
        unit: 'bytes',
        whiteSpace: 0,
      },
      { name: 'sqs-statements', limit: 20, used: 2, remaining: 18, unit: 'statements' },
      { name: 'sqs-principals', limit: 50, used: 6, remaining: 44, unit: 'principals' },
      { name: 'sqs-conditions', limit: 10, used: 6, remaining: 4, unit: 'conditions' },
      { name: 'sqs-actions-per-statement', limit: 7, used: 2, remaining: 5, unit: 'actions' },
    ]);
  });

  test('bytes are those of UTF-8', () => {
    const bytes = (source: string): number | undefined =>
      measurePolicy(source, { type: 'resource', service: 'sqs' })[0]?.used;
    for (const sample of ['a é', '\u0800', '\u{1F600}x', '\ud800']) {
      expect(bytes(sample)).toBe(new TextEncoder().encode(sample).length);
    }
  });

  test('of a text without a policy only the size is known', () => {
    expect(measurePolicy('{', { type: 'resource', service: 'sqs' })).toHaveLength(1);
  });

  test('other resource policies have no quota that is known', () => {
    expect(measurePolicy(text, { type: 'resource' })).toEqual([]);
  });
});
