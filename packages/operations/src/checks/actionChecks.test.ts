import type { ActionName } from '@policywright/catalog';
import { describe, expect, test } from 'vitest';
import { ACCOUNT, callTo, identity, REGION } from '../_testing/given.ts';
import { simulateOperation } from '../decide/simulateOperation.ts';
import type { OperationInput } from '../model/operationCall.ts';
import { listChecks } from './listChecks.ts';

/** What an operation asks its own action for: need, and resource; `~` before a pattern of which no more is known. */
function own(operation: ActionName, input: OperationInput = {}): readonly string[] {
  return listChecks(callTo(operation, input))
    .filter(({ reason }) => reason === 'operation')
    .map(({ need, resource, resourcePattern }) => `${need} ${resource ?? `~${String(resourcePattern)}`}`);
}

describe('a call that names nothing', () => {
  test('of an action on several types may be about any resource', () => {
    expect(own('sns:PublishBatch')).toEqual(['always ~*']);
  });

  test('of an action that has to have one type is about some resource of it', () => {
    expect(own('ec2:CreateRouteServerPeer')).toEqual([
      'always ~arn:*:ec2:*:*:route-server-endpoint/*',
      'always ~arn:*:ec2:*:*:route-server-peer/*',
    ]);
  });

  test('of a type whose ARNs have several forms may be about one of any form', () => {
    expect(own('lex:DeleteBotAlias')).toEqual(['always ~*']);
  });

  test('of an action that may have more types is perhaps about one of these', () => {
    expect(own('ec2:AllocateAddress')).toContain('perhaps ~*');
  });
});

test('an action that takes no resource is asked for on `*`, which a policy on one resource does not allow', () => {
  expect(own('ec2:DescribeInstances')).toEqual(['always *']);
  const call = callTo('ec2:DescribeInstances', {});
  const instance = `arn:aws:ec2:${REGION}:${ACCOUNT}:instance/*`;
  expect(simulateOperation(identity({ Action: 'ec2:*' }), call).answer).toBe('Allow');
  expect(simulateOperation(identity({ Action: 'ec2:*', Resource: instance }), call).answer).toBe('Denied');
});

test('a resource of which nothing is known leaves open what a policy on some resources allows', () => {
  const call = callTo('sns:PublishBatch', {});
  const topic = `arn:aws:sns:${REGION}:${ACCOUNT}:jobs`;
  expect(simulateOperation(identity({ Action: 'sns:*', Resource: topic }), call).unknown).toContain(
    'resource of sns:Publish',
  );
});
