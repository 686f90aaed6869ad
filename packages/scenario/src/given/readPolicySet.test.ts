import type { Decision, Request } from '@policywright/evaluator';
import { defaultKeyPolicy } from '@policywright/policy';
import { expect, test } from 'vitest';
import { authorizerOf } from './authorizerOf.ts';
import type { PoliciesGiven } from './policiesGiven.ts';

const READ = { Statement: { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' } };
const ada = 'arn:aws:iam::111122223333:user/ada';
const key = { principal: ada, action: 'kms:Decrypt', resource: 'arn:aws:kms:eu-west-1:111122223333:key/k' };

const decided = (policies: PoliciesGiven, request: Request): Decision =>
  authorizerOf(policies).decide(request);

test('S210: policies behind an access point are read from documents and texts', () => {
  const request = {
    principal: 'arn:aws:iam::111122223333:user/ada',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/images/object/a.png',
    underlying: [{ resource: 'arn:aws:s3:::images/a.png' }],
  };
  expect(decided({ resource: READ, underlying: [JSON.stringify(READ)] }, request)).toBe('Allow');
  expect(decided({ resource: READ, underlying: [null] }, request)).toBe('ImplicitDeny');
  expect(() => decided({ resource: READ, underlying: ['{'] }, request)).toThrow('1:2');
});

test('S171, S208: the default policy of a key and grants are given as they are', () => {
  const grants = [{ grantee: ada, operations: ['Decrypt'] }];
  expect(decided({ resource: defaultKeyPolicy('111122223333'), grants }, key)).toBe('Allow');
  expect(decided({ resource: defaultKeyPolicy('111122223333') }, key)).toBe('ImplicitDeny');
});
