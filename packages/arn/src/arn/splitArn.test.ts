import { expect, test } from 'vitest';
import { splitArn } from './splitArn.ts';

test.each([
  ['arn:aws:iam::111122223333:role/a:b', ['arn', 'aws', 'iam', '', '111122223333', 'role/a:b']],
  ['arn:aws:s3', ['arn', 'aws', 's3']],
  ['', ['']],
])('S42: %j has the fields %j', (text, fields) => {
  expect(splitArn(text)).toEqual(fields);
});
