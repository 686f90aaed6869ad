import { describe, expect, test } from 'vitest';
import { ACCOUNT, callTo, identity, policyOf, REGION } from '../_testing/given.ts';
import type { World } from '../model/world.ts';
import { explainCheck } from './explainCheck.ts';
import { simulateOperation } from './simulateOperation.ts';

const POINT = `arn:aws:s3:${REGION}:${ACCOUNT}:accesspoint/ap`;
const OTHER = '444455556666';
const get = callTo('s3:GetObject', { Bucket: POINT, Key: 'a/b' });
const policies = identity({ Action: 's3:GetObject', Resource: `${POINT}/object/*` });
const noKey = { keyOf: () => 'none' };
const behind = (bucket: string): World => ({ ...noKey, underlyingOf: () => `arn:aws:s3:::${bucket}` });

describe('S210: a request through an access point', () => {
  test('depends on the bucket behind it, until the world tells it', () => {
    expect(simulateOperation(policies, get, noKey)).toMatchObject({
      answer: 'Depends',
      unknown: [`bucket behind ${POINT}`],
    });
    expect(simulateOperation(policies, get, behind('docs')).answer).toBe('Allow');
  });

  test('is denied whatever lies behind, where the caller may not use the access point', () => {
    const elsewhere = identity({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::docs/*' });
    expect(simulateOperation(elsewhere, get, noKey).answer).toBe('Denied');
  });

  test('is denied by a Deny in the policy of the bucket, and explained by it', () => {
    const deny = policyOf({
      Sid: 'Closed',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::docs/a/*',
    });
    const world: World = {
      ...behind('docs'),
      policyOf: (arn) => (arn === 'arn:aws:s3:::docs' ? deny : undefined),
    };
    const { answer, checks } = simulateOperation(policies, get, world);
    expect(answer).toBe('Denied');
    const [check] = checks;
    expect(check && explainCheck(policies, check, world).decisive?.ref).toBe('/underlying/0/Statement/0');
  });

  test('is denied by the policy of the access point itself', () => {
    const deny = policyOf({ Effect: 'Deny', Principal: '*', Action: '*', Resource: `${POINT}/object/*` });
    const world: World = { ...behind('docs'), policyOf: (arn) => (arn === POINT ? deny : undefined) };
    expect(simulateOperation(policies, get, world).answer).toBe('Denied');
  });

  test('to a bucket of another account depends on its policy, which may delegate to access points', () => {
    const foreign: World = {
      ...behind('docs'),
      accountOf: (arn) => (arn === 'arn:aws:s3:::docs' ? OTHER : undefined),
    };
    expect(simulateOperation(policies, get, foreign)).toMatchObject({
      answer: 'Depends',
      unknown: ['policy of arn:aws:s3:::docs/a/b'],
    });
    const delegate = (account: string) =>
      policyOf({
        Principal: { AWS: '*' },
        Action: '*',
        Resource: ['arn:aws:s3:::docs', 'arn:aws:s3:::docs/*'],
        Condition: { StringEquals: { 's3:DataAccessPointAccount': account } },
      });
    const told = (account: string): World => ({ ...foreign, policyOf: policyOfBucket(delegate(account)) });
    expect(simulateOperation(policies, get, told(ACCOUNT)).answer).toBe('Allow');
    expect(simulateOperation(policies, get, told(OTHER)).answer).toBe('Denied');
  });

  test('through Object Lambda is for what nobody tells: names of one service are none of another', () => {
    const lambda = `arn:aws:s3-object-lambda:${REGION}:${ACCOUNT}:accesspoint/ol`;
    const through = callTo('s3:GetObject', { Bucket: lambda, Key: 'a' });
    const { answer, checks } = simulateOperation(policies, through, behind('docs'));
    expect(checks.find(({ action }) => action === 's3:GetObject')?.resource).toBeUndefined();
    expect(answer).toBe('Depends');
  });
});

function policyOfBucket(policy: ReturnType<typeof policyOf>): World['policyOf'] {
  return (arn) => (arn === 'arn:aws:s3:::docs' ? policy : undefined);
}

describe('S45: the account of a bucket is what the world says', () => {
  const put = callTo('s3:PutObject', { Bucket: 'docs', Key: 'a', ServerSideEncryption: 'AES256' });
  const may = identity({ Action: 's3:PutObject' });

  test('of another account, its policy has to allow as well', () => {
    const world: World = { accountOf: () => OTHER };
    expect(simulateOperation(may, put).answer).toBe('Allow');
    expect(simulateOperation(may, put, world)).toMatchObject({
      answer: 'Depends',
      unknown: ['policy of arn:aws:s3:::docs/a'],
    });
    const nothing = policyOf({ Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::docs/*' });
    expect(simulateOperation(may, put, { ...world, policyOf: () => nothing }).answer).toBe('Denied');
    const lets = policyOf({ Principal: '*', Action: 's3:PutObject', Resource: 'arn:aws:s3:::docs/*' });
    expect(simulateOperation(may, put, { ...world, policyOf: () => lets }).answer).toBe('Allow');
  });

  test('is the value of aws:ResourceAccount', () => {
    const own = identity({
      Action: 's3:PutObject',
      Condition: { StringEquals: { 'aws:ResourceAccount': ACCOUNT } },
    });
    expect(simulateOperation(own, put, { accountOf: () => ACCOUNT }).answer).toBe('Allow');
    expect(simulateOperation(own, put, { accountOf: () => OTHER }).answer).toBe('Denied');
    expect(simulateOperation(own, put).answer).toBe('Depends');
  });
});
