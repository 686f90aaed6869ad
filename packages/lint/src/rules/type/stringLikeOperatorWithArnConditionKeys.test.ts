import { expect, test } from 'vitest';
import { lintText } from '../../index.ts';

const CODE = 'string-like-operator-with-arn-condition-keys';
const Condition = { StringLike: { 'aws:SourceArn': 'arn:aws:codepipeline:*:111122223333:*' } };
const text = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*', Condition }],
});

function isFound(name: string | undefined): boolean {
  return lintText(text, { type: 'identity', name }).findings.some(({ code }) => code === CODE);
}

test.each([
  'AmazonSecurityLakeAdministrator',
  'AWSCodePipeline_FullAccess',
  'AWSCodePipeline_ReadOnlyAccess',
  'root-task/S3UnlockBucketPolicy',
  'root-task/SQSUnlockQueuePolicy',
])('AWS passes over its own %s, and over no other policy of that name', (name) => {
  expect(isFound(`arn:aws:iam::aws:policy/${name}`)).toBe(false);
  expect(isFound(`arn:aws-us-gov:iam::aws:policy/${name}`)).toBe(false);
  expect(isFound(`arn:aws:iam::111122223333:policy/${name}`)).toBe(true);
  expect(isFound(name)).toBe(true);
});

test('other policies of AWS are not passed over', () => {
  expect(isFound('arn:aws:iam::aws:policy/ReadOnlyAccess')).toBe(true);
  expect(isFound(undefined)).toBe(true);
});
