import { describe, expect, test } from 'vitest';
import { ALICE, authorizerOf, decideWith, requestOf, type Situation } from '../_testing/decideWith.ts';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/k';
const DAVE = 'arn:aws:iam::444455556666:user/dave';
const silent = [{ Principal: { Service: 'ec2.amazonaws.com' }, Action: 'kms:Encrypt' }];

function decrypts(grants: Situation['grants'], rest: Situation = {}): string {
  return decideWith({ action: 'kms:Decrypt', resource: KEY, resourcePolicy: silent, grants, ...rest });
}

describe('S208: grants of a KMS key', () => {
  const grant = { grantee: ALICE, operations: ['Decrypt', 'DescribeKey'] };

  test('allow their operations to their grantee, without any other policy', () => {
    expect(decrypts([grant])).toBe('Allow');
    expect(decrypts([])).toBe('ImplicitDeny');
    expect(decrypts([grant], { principal: 'arn:aws:iam::111122223333:user/bob' })).toBe('ImplicitDeny');
    expect(decrypts([grant], { action: 'kms:Encrypt' })).toBe('ImplicitDeny');
    expect(decrypts([{ ...grant, grantee: DAVE }], { principal: DAVE })).toBe('Allow');
    const { code, decisive } = authorizerOf({ grants: [grant], resourcePolicy: silent }).explain(
      requestOf({ action: 'kms:Decrypt', resource: KEY }),
    );
    expect([code, decisive]).toEqual(['kms-grant', undefined]);
  });

  test('S171: are not enough where the key policy, which may deny, is not given', () => {
    expect(decrypts([grant], { resourcePolicy: undefined })).toBe('ImplicitDeny');
    const service = [{ grantee: { service: 'rds.amazonaws.com' }, operations: ['Decrypt'] }];
    const asked = { principal: { service: 'rds.amazonaws.com' }, resourcePolicy: undefined };
    expect(decrypts(service, asked)).toBe('ImplicitDeny');
  });

  test('hold grant operations only', () => {
    const all = [{ grantee: ALICE, operations: ['ScheduleKeyDeletion', 'PutKeyPolicy'] }];
    expect(decrypts(all, { action: 'kms:ScheduleKeyDeletion' })).toBe('ImplicitDeny');
    expect(decrypts([grant], { action: 's3:Decrypt' })).toBe('ImplicitDeny');
  });

  test('to a role are for its sessions, whatever its path', () => {
    const role = [{ grantee: 'arn:aws:iam::111122223333:role/team/app', operations: ['Decrypt'] }];
    expect(decrypts(role, { principal: 'arn:aws:sts::111122223333:assumed-role/app/s' })).toBe('Allow');
    expect(decrypts(role, { principal: 'arn:aws:sts::111122223333:assumed-role/app2/s' })).toBe(
      'ImplicitDeny',
    );
    expect(decrypts(role, { principal: 'arn:aws:sts::444455556666:assumed-role/app/s' })).toBe(
      'ImplicitDeny',
    );
  });

  test('to a service are for that service, to an account for its policies', () => {
    const service = [{ grantee: { service: 'dynamodb.amazonaws.com' }, operations: ['Decrypt'] }];
    expect(decrypts(service, { principal: { service: 'dynamodb.amazonaws.com' } })).toBe('Allow');
    expect(decrypts(service, { principal: { service: 'rds.amazonaws.com' } })).toBe('ImplicitDeny');
    const account = [{ grantee: 'arn:aws:iam::111122223333:root', operations: ['Decrypt'] }];
    expect(decrypts(account)).toBe('ImplicitDeny');
    expect(decrypts(account, { identity: [{}] })).toBe('Allow');
  });

  test('lose against every Deny and every filter, and against boundary and session policies', () => {
    const deny = [{}, { Effect: 'Deny' }];
    expect(decrypts([grant], { resourcePolicy: [{ Effect: 'Deny' }] })).toBe('ExplicitDeny');
    expect(decrypts([grant], { identity: deny })).toBe('ExplicitDeny');
    expect(decrypts([grant], { scps: [deny] })).toBe('ExplicitDeny');
    expect(decrypts([grant], { rcps: [[{ Effect: 'Deny' }]] })).toBe('ExplicitDeny');
    expect(decrypts([grant], { scps: [[{ Action: 's3:*' }]] })).toBe('ImplicitDeny');
    expect(decrypts([grant], { boundary: [{ Action: 's3:*' }] })).toBe('ImplicitDeny');
  });

  test('ask for the encryption context that they name', () => {
    const context = { 'kms:EncryptionContext:app': 'shop', 'kms:EncryptionContext:env': 'live' };
    const pairs = { app: 'shop' };
    const subset = [{ ...grant, encryptionContextSubset: pairs }];
    const equal = [{ ...grant, encryptionContextEquals: pairs }];
    expect(decrypts(subset, { context })).toBe('Allow');
    expect(decrypts(equal, { context })).toBe('ImplicitDeny');
    expect(decrypts(equal, { context: { 'kms:EncryptionContext:app': 'shop' } })).toBe('Allow');
    expect(decrypts(subset, { context: { 'kms:EncryptionContext:app': 'Shop' } })).toBe('ImplicitDeny');
    expect(decrypts(subset)).toBe('ImplicitDeny');
    expect(decrypts(subset, { action: 'kms:DescribeKey' })).toBe('Allow');
  });

  test('ask for the source that they name', () => {
    const sourced = [{ ...grant, sourceArn: 'arn:aws:dynamodb:eu-west-1:111122223333:table/t' }];
    expect(decrypts(sourced)).toBe('ImplicitDeny');
    expect(
      decrypts(sourced, { context: { 'aws:SourceArn': 'arn:aws:dynamodb:eu-west-1:111122223333:table/t' } }),
    ).toBe('Allow');
  });

  test('S74: ask for one source, in whatever letter case its key is, and whatever else the request has', () => {
    const table = 'arn:aws:dynamodb:eu-west-1:111122223333:table/t';
    const sourced = [{ ...grant, sourceArn: table }];
    const from = (context: Situation['context']): string => decrypts(sourced, { context });
    expect(from({ 'aws:SourceArn': table, 'aws:SourceIp': '192.0.2.1' })).toBe('Allow');
    expect(from({ 'AWS:sourcearn': table })).toBe('Allow');
    expect(from({ 'aws:SourceArn': `${table}2` })).toBe('ImplicitDeny');
    expect(from({ 'aws:SourceIp': table })).toBe('ImplicitDeny');
    expect(from({ 'aws:SourceArn': table, 'AWS:sourcearn': `${table}2` })).toBe('ImplicitDeny');
  });

  test('S74: a pair that two spellings of its key give different values is none', () => {
    const subset = [{ ...grant, encryptionContextSubset: { app: 'shop' } }];
    const name = 'kms:EncryptionContext:app';
    const other = 'KMS:encryptioncontext:app';
    expect(decrypts(subset, { context: { [name]: 'shop', [other]: 'shop' } })).toBe('Allow');
    expect(decrypts(subset, { context: { [name]: 'shop', [other]: 'lab' } })).toBe('ImplicitDeny');
    expect(decrypts(subset, { context: { 'kms:EncryptionContext:App': 'shop' } })).toBe('ImplicitDeny');
  });

  test('depend on keys that are unknown', () => {
    const sourced = [{ ...grant, sourceArn: 'arn:aws:s3:::b' }];
    const authorizer = authorizerOf({ resourcePolicy: silent, grants: sourced });
    const { answer, dependsOn } = authorizer.decidePartial(
      requestOf({ action: 'kms:Decrypt', resource: KEY }),
    );
    expect([answer, dependsOn]).toEqual(['Depends', ['aws:SourceArn']]);
    const known = requestOf({
      action: 'kms:Decrypt',
      resource: KEY,
      context: { 'aws:SourceArn': 'arn:aws:s3:::c' },
    });
    expect(authorizer.decidePartial(known).answer).toBe('Denied');
  });
});
