import { defaultKeyPolicy } from '@policywright/policy';
import { expect, test } from 'vitest';
import { expectAllowed, expectDenied } from '../matchers/index.ts';

const READ = { Statement: { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' } };
const ada = 'arn:aws:iam::111122223333:user/ada';
const key = { principal: ada, action: 'kms:Decrypt', resource: 'arn:aws:kms:eu-west-1:111122223333:key/k' };

test('S210: policies behind an access point are read from documents and texts', () => {
  const request = {
    principal: 'arn:aws:iam::111122223333:user/ada',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/images/object/a.png',
    underlying: [{ resource: 'arn:aws:s3:::images/a.png' }],
  };
  expectAllowed({ resource: READ, underlying: [JSON.stringify(READ)] }, request);
  expectDenied({ resource: READ, underlying: [null] }, request, { by: 'ImplicitDeny' });
  expect(() => expectAllowed({ resource: READ, underlying: ['{'] }, request)).toThrow('1:2');
});

test('S171, S208: the default policy of a key and grants are given as they are', () => {
  const grants = [{ grantee: ada, operations: ['Decrypt'] }];
  expectAllowed({ resource: defaultKeyPolicy('111122223333'), grants }, key);
  expectDenied({ resource: defaultKeyPolicy('111122223333') }, key, { by: 'ImplicitDeny' });
});
