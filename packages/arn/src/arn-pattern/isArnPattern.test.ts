import { describe, expect, test } from 'vitest';
import { TokenBuffer } from '../glob/tokenBuffer.ts';
import { isArnPattern } from './isArnPattern.ts';

describe('isArnPattern', () => {
  test.each([
    'arn:aws:s3:::bucket',
    'arn:aws:s3:::*',
    'arn:*:*:*:*:*',
    '*:*:*:*:*:*',
    'a?n:aws:sns:us-east-1:111122223333:t:u',
    '*n:aws:s3:::b',
    '???:aws:s3:::b',
    'a*:aws:s3::::',
    'arn:::::',
  ])('S112: `%s` has six parts', (text) => {
    expect(isArnPattern(text)).toBe(true);
  });

  test.each([
    '*',
    '',
    'bucket',
    '111122223333',
    'arn:aws:s3',
    'arn:aws:s3::*',
    'arn:*',
    'ARN:aws:s3:::bucket',
    'urn:aws:s3:::bucket',
    ':aws:s3:::bucket',
    '????:aws:s3:::bucket',
    '*a*a*:aws:s3:::bucket',
    'a:b:c:d:e:f',
    ' arn:aws:s3:::bucket',
    `${'a*'.repeat(5000)}:aws:s3:::bucket`,
  ])('S112: `%.30s` has not', (text) => {
    expect(isArnPattern(text)).toBe(false);
  });

  test('reads no further than the length says', () => {
    const buffer = new TokenBuffer();
    buffer.pushPattern('arn:aws:s3:::bucket');
    expect(isArnPattern(buffer)).toBe(true);
    buffer.clear();
    buffer.pushPattern('arn:aws:s3::');
    expect(isArnPattern(buffer)).toBe(false);
  });

  test('takes a substituted wildcard for the character that it is', () => {
    const buffer = new TokenBuffer();
    buffer.pushText('*');
    buffer.pushPattern(':aws:s3:::bucket');
    expect(isArnPattern(buffer)).toBe(false);
  });
});
