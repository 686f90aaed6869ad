import { describe, expect, test } from 'vitest';
import { AWS } from '../aws.ts';
import { allow, deny, policies } from '../questions/_testing/statements.ts';
import { canEver } from '../questions/canEver.ts';
import { checkNoNewAccess } from '../questions/checkNoNewAccess.ts';
import type { Request } from '@policywright/evaluator';

function newly(before: readonly object[], after: readonly object[], universe?: typeof AWS): Request {
  const verdict = checkNoNewAccess(policies(...before), policies(...after), { universe });
  if (verdict.verdict !== 'refuted') throw new Error(verdict.verdict);
  return verdict.witness.request;
}

describe('resources', () => {
  test.each([
    ['arn:aws:s3:::reports/*', 'arn:aws:s3:::reports/example'],
    ['arn:aws:s3:::*/private/?', 'arn:aws:s3:::example/private/x'],
    ['arn:aws:ecs:*:*:cluster/web-*', 'arn:aws:ecs:us-east-1:111122223333:cluster/web-example'],
    ['arn:aws:ecs:eu-*:444455556666:cluster/web', 'arn:aws:ecs:eu-example:444455556666:cluster/web'],
  ])('%s is filled with words', (pattern, resource) => {
    expect(newly([], [allow('s3:GetObject', pattern)]).resource).toBe(resource);
  });

  test.each([
    ['s3:GetObject', '*', 'arn:aws:s3:::example-bucket/example-object'],
    ['s3:GetObject', 'arn:aws:s3:::reports-*', 'arn:aws:s3:::reports-example/example-object'],
    ['s3:ListBucket', 'arn:aws:s3:::reports-*', 'arn:aws:s3:::reports-example'],
    ['sqs:SendMessage', '*', 'arn:aws:sqs:us-east-1:111122223333:example-queue'],
    ['ec2:TerminateInstances', '*', 'arn:aws:ec2:us-east-1:111122223333:instance/i-1234567890abcdef1'],
    ['s3:ListAllMyBuckets', '*', '*'],
  ])('%s on %s has a name as documentation writes it', (action, pattern, resource) => {
    expect(newly([], [allow(action, pattern)], AWS).resource).toBe(resource);
  });

  test('keep away from what the other version allows', () => {
    const { resource } = newly(
      [allow('s3:GetObject', 'arn:aws:s3:::reports/example*')],
      [allow('s3:GetObject', 'arn:aws:s3:::reports/*')],
    );
    expect(resource).toMatch(/^arn:aws:s3:::reports\/(?!example)/);
  });
});

describe('actions', () => {
  test('that no catalog has are made of the pattern', () => {
    expect(newly([allow('s3:GetObject')], [allow('s3:Get*')]).action).toBe('s3:getexample');
  });

  test('that are known come first', () => {
    expect(newly([allow('s3:GetObject')], [allow('s3:Get*')], AWS).action).toMatch(/^s3:Get(?!Example)/);
  });

  test('are spelled as AWS spells them, however the policy does', () => {
    expect(newly([], [allow('ecs:runTASK')], AWS).action).toBe('ecs:RunTask');
    expect(newly([], [allow('ecs:NotYet')], AWS).action).toBe('ecs:notyet');
  });
});

describe('context', () => {
  test('has the texts that conditions name, filled', () => {
    const condition = { StringLike: { 'aws:PrincipalTag/team': ['data-*'] } };
    expect(newly([], [allow('s3:GetObject', '*', condition)]).context).toEqual({
      'aws:PrincipalTag/team': 'data-example',
    });
  });

  test('has values such as the key has, where any but some will do', () => {
    const elsewhere = {
      StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' },
      Null: { 'aws:RequestedRegion': 'false' },
    };
    expect(newly([], [allow('s3:GetObject', '*', elsewhere)]).context).toEqual({
      'aws:RequestedRegion': 'us-east-1',
    });
  });

  test('S123: keys that have to be equal are so', () => {
    const own = { StringEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' } };
    expect(newly([], [allow('s3:GetObject', '*', own)]).context).toEqual({
      'aws:ResourceAccount': '111122223333',
      'aws:PrincipalAccount': '111122223333',
    });
  });

  test('leaves alone what is no text', () => {
    const few = { NumericLessThan: { 's3:max-keys': '10' } };
    const value = newly([], [allow('s3:ListBucket', '*', few)]).context?.['s3:max-keys'];
    expect(Number(value)).toBeLessThan(10);
  });
});

test('what is the same in all requests stays', () => {
  const subject = policies(
    allow('s3:*', '*', { StringLike: { 'aws:PrincipalTag/team': '*' } }),
    deny('s3:Put*'),
  );
  const context = { 'aws:PrincipalTag/team': 'z' };
  expect(canEver(subject, { actions: ['s3:GetObject'] }, { context })).toMatchObject({
    answer: 'yes',
    witness: { request: { context } },
  });
});
