import { describe, expect, it } from 'vitest';
import { holds } from '../../test/holds.ts';

const BUCKET = 'arn:aws:s3:::bucket/key';

describe('ARN operators', () => {
  it.each(['ArnEquals', 'ArnLike'])('S109: %s takes globs', (operator) => {
    expect(holds(operator, { policy: 'arn:aws:s3:::buck*/k?y', request: BUCKET })).toBe(true);
    expect(holds(operator, { policy: BUCKET, request: BUCKET })).toBe(true);
    expect(holds(operator, { policy: 'arn:aws:s3:::other/*', request: BUCKET })).toBe(false);
    const negated = operator.replace('Arn', 'ArnNot');
    expect(holds(negated, { policy: 'arn:aws:s3:::buck*/k?y', request: BUCKET })).toBe(false);
    expect(holds(negated, { policy: 'arn:aws:s3:::other/*', request: BUCKET })).toBe(true);
  });

  it('S110: a wildcard never crosses the first five colons', () => {
    const policy = 'arn:aws:s:*:111122223333:finance/*';
    const request = 'arn:aws:s:us-east-2:999999999999:store/abc:111122223333:finance/d.txt';
    expect(holds('ArnLike', { policy, request })).toBe(false);
    expect(holds('StringLike', { policy, request })).toBe(true);
    expect(holds('ArnLike', { policy: 'arn:*', request: BUCKET })).toBe(false);
  });

  it('S111: globs in the sixth component match colons', () => {
    const request = 'arn:aws:ecs:us-east-1:111122223333:task-definition/web:7';
    expect(holds('ArnLike', { policy: 'arn:aws:ecs:*:*:task-definition/web:*', request })).toBe(true);
    expect(holds('ArnLike', { policy: 'arn:aws:ecs:*:*:task*', request })).toBe(true);
  });

  it('S112: case matters, and what is no six-part ARN matches nothing', () => {
    expect(holds('ArnLike', { policy: 'arn:aws:s3:::Bucket/*', request: BUCKET })).toBe(false);
    for (const request of ['bucket', 'arn:aws:s3', '', '*', 'a:b:c:d:e:f']) {
      for (const policy of [request, 'arn:aws:s3:::*', '*:*:*:*:*:*', '*:*:*:*:*:${x}']) {
        expect(holds('ArnLike', { policy, request, context: { x: 'f' } })).toBe(false);
        expect(holds('ArnNotLike', { policy, request, context: { x: 'f' } })).toBe(true);
      }
    }
    expect(holds('ArnLike', { policy: '*:*:*:*:*:*', request: BUCKET })).toBe(true);
  });

  it('S112: `*` alone matches nothing unless chosen otherwise', () => {
    const options = { loneStarArn: 'any' } as const;
    expect(holds('ArnLike', { policy: '*', request: BUCKET })).toBe(false);
    expect(holds('ArnNotLike', { policy: '*', request: BUCKET })).toBe(true);
    expect(holds('ArnLike', { policy: '*', request: BUCKET, options })).toBe(true);
    expect(holds('ArnNotLike', { policy: '*', request: 'no ARN', options })).toBe(false);
  });

  it('S70: any of many ARNs may match', () => {
    const policy = Array.from({ length: 20 }, (_, index) => `arn:aws:s3:::bucket-${index}`);
    expect(holds('ArnEquals', { policy, request: 'arn:aws:s3:::bucket-19' })).toBe(true);
    expect(holds('ArnEquals', { policy, request: 'arn:aws:s3:::bucket-20' })).toBe(false);
  });
});
