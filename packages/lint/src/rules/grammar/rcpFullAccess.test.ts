import { expect, test } from 'vitest';
import { lintText } from '../../index.ts';

const FULL = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };

function codesOf(members: object): readonly string[] {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [{ ...FULL, ...members }] });
  return lintText(text, { type: 'rcp' }).findings.map(({ code }) => code);
}

test('S32: RCPFullAWSAccess, which AWS attaches everywhere, draws no findings', () => {
  expect(codesOf({})).toEqual([]);
  expect(codesOf({ Action: ['*'], Resource: ['*'] })).toEqual([]);
});

test('S32: an Allow or a `*` of a customer is an error, and grants nothing', () => {
  expect(codesOf({ Action: 'iam:PassRole' })).toEqual(['rcp-effect', 'rcp-unsupported-service']);
  expect(codesOf({ Action: 's3:*' })).toEqual(['rcp-effect']);
  expect(codesOf({ Effect: 'Deny' })).toContain('rcp-action-star');
});
