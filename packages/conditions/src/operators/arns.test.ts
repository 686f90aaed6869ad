import { describe, expect, test } from 'vitest';
import { holds } from '../_testing/holds.ts';

const BUCKET = 'arn:aws:s3:::bucket/key';

describe('ARN operators', () => {
  test.each(['ArnEquals', 'ArnLike'])('S109: %s takes globs', (operator) => {
    expect(holds(operator, { policy: 'arn:aws:s3:::buck*/k?y', request: BUCKET })).toBe(true);
    expect(holds(operator, { policy: BUCKET, request: BUCKET })).toBe(true);
    expect(holds(operator, { policy: 'arn:aws:s3:::other/*', request: BUCKET })).toBe(false);
    const negated = operator.replace('Arn', 'ArnNot');
    expect(holds(negated, { policy: 'arn:aws:s3:::buck*/k?y', request: BUCKET })).toBe(false);
    expect(holds(negated, { policy: 'arn:aws:s3:::other/*', request: BUCKET })).toBe(true);
  });

  test('S110: a wildcard never crosses the first five colons', () => {
    const policy = 'arn:aws:s:*:111122223333:finance/*';
    const request = 'arn:aws:s:us-east-2:999999999999:store/abc:111122223333:finance/d.txt';
    expect(holds('ArnLike', { policy, request })).toBe(false);
    expect(holds('StringLike', { policy, request })).toBe(true);
  });

  test('S111: globs in the sixth component match colons', () => {
    const request = 'arn:aws:ecs:us-east-1:111122223333:task-definition/web:7';
    expect(holds('ArnLike', { policy: 'arn:aws:ecs:*:*:task-definition/web:*', request })).toBe(true);
    expect(holds('ArnLike', { policy: 'arn:aws:ecs:*:*:task*', request })).toBe(true);
  });

  test('S112: case matters', () => {
    expect(holds('ArnLike', { policy: 'arn:aws:s3:::Bucket/*', request: BUCKET })).toBe(false);
    expect(holds('ArnLike', { policy: '*:*:*:*:*:*', request: BUCKET })).toBe(true);
  });

  test('S43: parts may be empty', () => {
    expect(holds('ArnLike', { policy: 'arn:aws:s3:::*', request: 'arn:aws:s3:::' })).toBe(true);
    expect(holds('ArnLike', { policy: 'arn::s3:::b', request: 'arn:aws:s3:::b' })).toBe(false);
    expect(holds('ArnNotLike', { policy: 'arn::s3:::b', request: 'arn:aws:s3:::b' })).toBe(true);
  });

  test.each(['bucket', 'arn:aws:s3', '', '*', 'a:b:c:d:e:f', 'ARN:aws:s3:::b'])(
    'S112: of `%s` in a request, which is no ARN, nothing can be told',
    (request) => {
      for (const policy of [request, 'arn:aws:s3:::*', '*:*:*:*:*:*', '*:*:*:*:*:${x}']) {
        for (const operator of ['ArnLike', 'ArnNotLike', 'ArnEquals', 'ArnNotEquals']) {
          expect(holds(operator, { policy, request, context: { x: 'f' } })).toBe('undecided');
        }
      }
    },
  );

  test.each([
    'bucket',
    'arn:*',
    'arn:aws:s3',
    '',
    'a:b:c:d:e:f',
    '111122223333',
    'urn:aws:s3:::b',
    '${name}',
  ])('S112: the value `%s` is no ARN, and keeps a mismatch from being one', (value) => {
    const context = { name: 'bucket' };
    expect(holds('ArnLike', { policy: value, request: BUCKET, context })).toBe('undecided');
    expect(holds('ArnNotLike', { policy: value, request: BUCKET, context })).toBe('undecided');
    const differs = { policy: ['arn:aws:s3:::other', value], request: BUCKET, context };
    expect(holds('ArnEquals', differs)).toBe('undecided');
    expect(holds('ArnNotEquals', differs)).toBe('undecided');
    const matches = { policy: [value, 'arn:aws:s3:::b*'], request: BUCKET, context };
    expect(holds('ArnEquals', matches)).toBe(true);
    expect(holds('ArnNotEquals', matches)).toBe(false);
  });

  test('S120: a value with an unresolved variable equals nothing, whatever its form', () => {
    for (const policy of ['${name}', 'arn:aws:s3:::${name}', '*${name}']) {
      expect(holds('ArnLike', { policy, request: BUCKET })).toBe(false);
      expect(holds('ArnNotLike', { policy, request: BUCKET })).toBe(true);
    }
  });

  test('S112: what `*` alone matches cannot be told unless chosen', () => {
    for (const policy of ['*', '**']) {
      const one = { policy, request: BUCKET };
      expect(holds('ArnLike', one)).toBe('undecided');
      expect(holds('ArnNotLike', one)).toBe('undecided');
      expect(holds('ArnLike', { ...one, policy: [policy, BUCKET] })).toBe(true);
      const any = { loneStarArn: 'any' } as const;
      expect(holds('ArnLike', { ...one, options: any })).toBe(true);
      expect(holds('ArnNotLike', { ...one, request: 'no ARN', options: any })).toBe(false);
      const never = { loneStarArn: 'never' } as const;
      expect(holds('ArnLike', { ...one, options: never })).toBe(false);
      expect(holds('ArnNotLike', { ...one, options: never })).toBe(true);
      expect(holds('ArnNotLike', { ...one, request: 'no ARN', options: never })).toBe('undecided');
      expect(holds('ArnLike', { ...one, policy: [policy, 'x'], options: never })).toBe('undecided');
    }
  });

  test('S70: any of many ARNs may match', () => {
    const policy = Array.from({ length: 20 }, (_, index) => `arn:aws:s3:::bucket-${index}`);
    expect(holds('ArnEquals', { policy, request: 'arn:aws:s3:::bucket-19' })).toBe(true);
    expect(holds('ArnEquals', { policy, request: 'arn:aws:s3:::bucket-20' })).toBe(false);
  });
});
