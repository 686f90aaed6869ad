import { expect, test } from 'vitest';
import { lintText } from '../index.ts';
import {
  isAccountForRegion,
  isNeverArn,
  knownPattern,
  regionOfTemplate,
  withoutUnknown,
} from './knownParts.ts';

test.each([
  ['arn:aws:s3:::${bucket}/*', 'arn:aws:s3:::*/*'],
  ['arn:aws:s3:::{{ bucket }}/x', 'arn:aws:s3:::*/x'],
  ['arn:aws:s3:::${unknown.name-Bucket}/*', 'arn:aws:s3:::x0/*'],
  ['arn:${unknown.AWS.Partition}:sqs:${region}:${account_id}:${q}', 'arn:*:sqs:*:*:*'],
  ['arn:aws:sqs:${aws:region}:${aws:accountId}:q', 'arn:aws:sqs:*:*:q'],
  ['arn:aws:sqs:#{AWS::Region}:#{AWS::AccountId}:q', 'arn:aws:sqs:*:*:q'],
  ['arn:aws:s3:::logs-${unknown.AWS.AccountId}/${aws:username}', 'arn:aws:s3:::logs-x0/*'],
])('of %s the pattern %s is known', (text, pattern) => {
  expect(knownPattern(text)).toBe(pattern);
});

test.each([
  '${bucket}',
  '${prefix}:s3:::b',
  'arn:aws:sqs:${home}:q',
  'arn:aws:logs:${home}:log-group:/shop/web:*',
  'arn:aws:logs:${RegionAndAccount}:log-group:/shop/web:*',
  'arn:aws:${service}:*:*:x',
  'arn:aws:sqs:${region}',
  'arn:aws:s3:::b',
  'arn:aws:s3:::${aws:username}',
])('of %s no fields are known', (text) => {
  expect(knownPattern(text)).toBeUndefined();
});

test.each([
  ['${unknown.name-Bucket}', true],
  ['${unknown.name-Bucket}/*', true],
  ['https://sqs.${x}', true],
  ['b-${env}', true],
  ['${x}', false],
  ['arn:${x}', false],
  ['ar${x}', false],
  ['*${x}', false],
  ['?rn:${unknown.name-X}', false],
  ['plain', false],
])('that %s is never an ARN: %s', (text, isNever) => {
  expect(isNeverArn(text)).toBe(isNever);
});

test('the Region of the stack, and its account in the place of the Region', () => {
  const region = 'arn:aws:sqs:${unknown.AWS.Region}:1:q';
  const account = 'arn:${unknown.AWS.Partition}:sqs:${unknown.AWS.AccountId}:1:q';
  expect([region, account, 'arn:aws:sqs:${region}:1:q'].map(regionOfTemplate)).toEqual([
    '${unknown.AWS.Region}',
    undefined,
    undefined,
  ]);
  expect([region, account, 'arn:aws:sqs:${account}:1:q'].map(isAccountForRegion)).toEqual([
    false,
    true,
    false,
  ]);
});

test('what is not known has no length', () => {
  expect(withoutUnknown('a${unknown.x}b${unknown.name-y}${aws:username}')).toBe('ab${aws:username}');
});

/** Codes and pointers of what is found in a statement with some resources. */
function found(Action: unknown, Resource: unknown): readonly string[] {
  const Statement = [{ Effect: 'Allow', Action, Resource }];
  const { findings } = lintText(JSON.stringify({ Version: '2012-10-17', Statement }), { type: 'identity' });
  return findings.filter(({ severity }) => severity !== 'info').map(({ code, path }) => `${code} ${path}`);
}

test('a wholly unknown resource beside one that is partly known suits any action', () => {
  expect(found('s3:ListBucket', ['arn:aws:s3:::${b}/*', 'arn:aws:s3:::${c}/x'])).toEqual([
    'action-resource-mismatch /Statement/0/Action',
  ]);
  expect(found('s3:ListBucket', ['arn:aws:s3:::${b}/*', '${c}'])).toEqual([]);
});

test('a resource that is partly known covers none, and is covered by none', () => {
  expect(found('s3:GetObject', ['arn:aws:s3:::${b}/*', 'arn:aws:s3:::b/x', 'arn:aws:s3:::*/*'])).toEqual([
    'redundant-resource /Statement/0/Resource/1',
  ]);
  expect(found('s3:GetObject', ['arn:aws:s3:::${b}/*', 'arn:aws:s3:::b/x'])).toEqual([]);
});
