import { describe, expect, test } from 'vitest';
import { ACCOUNT, callTo, identity } from '../_testing/given.ts';
import { listChecks } from '../checks/listChecks.ts';
import { diagnoseCall } from '../diagnose/diagnoseCall.ts';
import { simulateOperation } from './simulateOperation.ts';

const runTask = {
  ...callTo('ecs:RunTask', { cluster: 'shop', taskDefinition: 'web:7' }),
  region: undefined,
};
const stopTask = { ...callTo('ecs:StopTask', { cluster: 'shop', task: 'abc' }), region: undefined };

describe('a call of which nobody tells the Region', () => {
  test('is understood; the ARNs of names are known in part', () => {
    expect(diagnoseCall(runTask)).toEqual([]);
    const [check] = listChecks(runTask);
    expect([check?.resource, check?.resourcePattern]).toEqual([
      undefined,
      `arn:aws:ecs:*:${ACCOUNT}:task-definition/web:7`,
    ]);
    expect(check?.context).not.toHaveProperty('aws:RequestedRegion');
  });

  test('is allowed where every Region is, and depends on it where one is named', () => {
    const answer = (region: string, more: object = {}): string => {
      const Resource = `arn:aws:ecs:${region}:${ACCOUNT}:task/shop/*`;
      return simulateOperation(identity({ Action: 'ecs:StopTask', Resource, ...more }), stopTask).answer;
    };
    expect(answer('*')).toBe('Allow');
    expect(answer('eu-west-1')).toBe('Depends');
    const Condition = { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } };
    expect(answer('*', { Condition })).toBe('Depends');
  });

  test('is not let past a Deny of one Region', () => {
    const deny = { Effect: 'Deny', Action: '*', Resource: 'arn:aws:ecs:us-east-1:*:*' };
    expect(simulateOperation(identity({ Action: '*' }, deny), stopTask).answer).toBe('Depends');
  });

  test('has no key of the Region in what a service does for the caller', () => {
    const put = { ...callTo('s3:PutObject', { Bucket: 'b', Key: 'k', SSEKMSKeyId: 'k' }), region: undefined };
    const use = listChecks(put).find(({ reason }) => reason === 'forwardAccess');
    expect(use?.context).not.toHaveProperty('kms:ViaService');
    expect(use?.resource).toBeUndefined();
  });
});
