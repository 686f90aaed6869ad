import { describe, expect, test } from 'vitest';
import { isAccountId } from './accountId.ts';
import { ArnFormatError } from './arnFormatError.ts';
import { formatArn } from './formatArn.ts';
import { isArn } from './isArn.ts';
import { parseArn } from './parseArn.ts';

const WEB = {
  partition: 'aws',
  service: 'ecs',
  region: 'us-east-1',
  account: '111122223333',
  resource: 'task-definition/web:7',
};

describe('parseArn', () => {
  test('S42: the resource is everything after the fifth colon', () => {
    expect(parseArn('arn:aws:ecs:us-east-1:111122223333:task-definition/web:7')).toEqual(WEB);
  });

  test('S43: region and account may be empty', () => {
    const bucket = { partition: 'aws', service: 's3', region: '', account: '', resource: 'b' };
    expect(parseArn('arn:aws:s3:::b')).toEqual(bucket);
    expect(parseArn('arn:aws:s3:::b:')).toEqual({ ...bucket, resource: 'b:' });
  });

  test('S44: any partition', () => {
    expect(parseArn('arn:aws-cn:s3:::b')?.partition).toBe('aws-cn');
  });

  test('a pattern with six parts parses as it stands', () => {
    expect(parseArn('arn:*:s?:*::b*')).toMatchObject({ partition: '*', service: 's?', resource: 'b*' });
  });

  test.each(['', '*', 'arn', 'arn:', 'arn:aws:s3', 'arn:aws:s3::b', 'ARN:aws:s3:::b', ' arn:aws:s3:::b'])(
    'S42: `%s` is no ARN',
    (text) => {
      expect(parseArn(text)).toBeUndefined();
      expect(isArn(text)).toBe(false);
    },
  );

  test.each(['arn::s3:::b', 'arn:aws::::b', 'arn:aws:s3:::', 'arn:::::'])(
    'S43: only region and account may be empty, not as in `%s`',
    (text) => {
      expect(parseArn(text)).toBeUndefined();
    },
  );
});

describe('formatArn', () => {
  test('S42: prints the six parts', () => {
    expect(formatArn(WEB)).toBe('arn:aws:ecs:us-east-1:111122223333:task-definition/web:7');
  });

  const codeOf = (change: object): string | undefined => {
    try {
      formatArn({ ...WEB, ...change });
      return undefined;
    } catch (error) {
      return error instanceof ArnFormatError ? error.code : 'other';
    }
  };

  test('S42: a colon would spill into the next field', () => {
    expect(codeOf({ account: '1:x' })).toBe('colon-in-field');
    expect(codeOf({ partition: 'a:' })).toBe('colon-in-field');
    expect(codeOf({ resource: 'a:' })).toBeUndefined();
  });

  test('S43: partition, service and resource are never empty', () => {
    expect(codeOf({ partition: '' })).toBe('empty-field');
    expect(codeOf({ service: '' })).toBe('empty-field');
    expect(codeOf({ resource: '' })).toBe('empty-field');
    expect(codeOf({ region: '', account: '' })).toBeUndefined();
  });
});

describe('isAccountId', () => {
  test.each(['111122223333', '000000000000'])('S128: `%s` is one', (text) => {
    expect(isAccountId(text)).toBe(true);
  });

  test.each(['', '11112222333', '1111222233334', '11112222333a', '1111-2222-33', '\u0661'.repeat(12)])(
    'S128: `%s` is none',
    (text) => {
      expect(isAccountId(text)).toBe(false);
    },
  );
});
