import { parsePolicy } from '@policywright/policy';
import { expect, test } from 'vitest';
import { lintPolicy } from '../index.ts';

/** What is found about a document of which the caller does not know some parts. */
function codesOf(statements: readonly object[], unknown: readonly string[]): readonly string[] {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const parsed = parsePolicy(text, { type: 'identity' });
  if (!parsed.ok) throw new Error('no policy');
  const isUnknown = (pointer: string): boolean => unknown.includes(pointer);
  return lintPolicy(parsed.policy, { text, isUnknown }).findings.map(({ code }) => code);
}

const WIDE = {
  Effect: 'Deny',
  Action: 's3:*',
  Resource: '*',
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};
const NARROW = { ...WIDE, Action: ['s3:GetObject', 's3:PutObject'], Resource: 'arn:aws:s3:::b/*' };
const MIXED = { ...NARROW, Action: ['s3:GetObject', 'iam:GetRole'] };
const REDUNDANT = ['redundant-statement', 'redundant-across-statements'];

const redundant = (narrow: object, unknown: readonly string[]): readonly string[] =>
  codesOf([WIDE, narrow], unknown).filter((code) => REDUNDANT.includes(code));

test('what is known is covered', () => {
  expect(redundant(NARROW, [])).toEqual(['redundant-statement']);
  expect(redundant(MIXED, [])).toEqual(['redundant-across-statements']);
});

test.each([
  '/Statement/0',
  '/Statement/0/Effect',
  '/Statement/0/Action',
  '/Statement/0/Resource',
  '/Statement/0/Condition',
  '/Statement/0/Condition/Bool',
  '/Statement/0/Condition/Bool/aws:SecureTransport',
  '/Statement/1/Effect',
  '/Statement/1/Condition/Bool/aws:SecureTransport',
])('nothing is covered where %s is not known', (pointer) => {
  expect(redundant(NARROW, [pointer])).toEqual([]);
  expect(redundant(MIXED, [pointer])).toEqual([]);
});

test('a statement of an unknown effect may allow what another lacks', () => {
  const statements = [
    { Effect: 'Allow', Action: 'ecs:ExecuteCommand', Resource: 'arn:aws:ecs:*:*:task/a/*' },
    { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::b/*' },
    { Effect: 'Deny', Action: '*', Resource: '*' },
  ];
  const about = ['uncovered-resource-type', 'action-resource-mismatch'];
  const found = (unknown: readonly string[]): readonly string[] =>
    codesOf(statements, unknown).filter((code) => about.includes(code));
  expect(found([])).toEqual(about);
  expect(found(['/Statement/2/Effect'])).toEqual([]);
});
