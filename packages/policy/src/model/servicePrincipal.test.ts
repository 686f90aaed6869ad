import { expect, test } from 'vitest';
import { parseServicePrincipal } from './servicePrincipal.ts';

test.each([
  ['s3.ap-east-1.amazonaws.com', 's3.amazonaws.com', 'ap-east-1'],
  ['logs.us-gov-west-1.amazonaws.com', 'logs.amazonaws.com', 'us-gov-west-1'],
  ['delivery.logs.me-south-1.amazonaws.com', 'delivery.logs.amazonaws.com', 'me-south-1'],
  ['sns.cn-north-1.amazonaws.com.cn', 'sns.amazonaws.com.cn', 'cn-north-1'],
  ['s3.eusc-de-east-1.amazonaws.eu', 's3.amazonaws.eu', 'eusc-de-east-1'],
])('S137: %s is %s in %s', (name, plainName, region) => {
  expect(parseServicePrincipal(name)).toEqual({ plainName, region });
});

test.each([
  's3.amazonaws.com',
  'delivery.logs.amazonaws.com',
  'vpc-flow-logs.amazonaws.com',
  'ec2.amazonaws.com.cn',
  'ap-east-1.amazonaws.com',
  'alexa-appkit.amazon.com',
])('S137: %s has no Region', (plainName) => {
  expect(parseServicePrincipal(plainName)).toEqual({ plainName });
});

test.each([
  '',
  's3',
  '.amazonaws.com',
  's3..amazonaws.com',
  'S3.amazonaws.com',
  ' s3.amazonaws.com',
  'https://s3.amazonaws.com',
  '*.amazonaws.com',
  's3.example.com',
])('%s is no name of a service principal', (name) => {
  expect(parseServicePrincipal(name)).toBeUndefined();
});
