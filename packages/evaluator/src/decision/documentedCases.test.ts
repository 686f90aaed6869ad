import { policyFromValue } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { ALICE, authorizerOf, decideWith, requestOf } from '../_testing/decideWith.ts';
import { compile } from '../index.ts';

const ACCOUNT = '111122223333';
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/deploy/run1`;

describe('documented cases', () => {
  test('S4: without version 2012-10-17 wildcards work and escapes are plain text', () => {
    const result = policyFromValue({
      Statement: { Effect: 'Allow', Action: 's3:*', Resource: ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/${*}'] },
    });
    if (!result.ok) throw new Error('not a policy');
    const { decide } = compile({ identity: [result.policy] });
    expect(decide({ ...requestOf({}), resource: 'arn:aws:s3:::a/k' })).toBe('Allow');
    expect(decide({ ...requestOf({}), resource: 'arn:aws:s3:::b/*' })).toBe('ImplicitDeny');
    expect(decide({ ...requestOf({}), resource: 'arn:aws:s3:::b/${k}' })).toBe('Allow');
  });

  test('S145: the first filter that does not let a request through is the one that is named', () => {
    const nothing = [{ Action: 'ec2:*' }];
    const situation = { identity: nothing, rcps: [nothing], scps: [nothing], vpcEndpoint: nothing };
    expect(authorizerOf(situation).explain(requestOf({})).code).toBe('rcp-silent');
    expect(authorizerOf({ ...situation, rcps: [] }).explain(requestOf({})).code).toBe('scp-silent');
    expect(authorizerOf({ ...situation, rcps: [], scps: [] }).explain(requestOf({})).code).toBe(
      'endpoint-silent',
    );
  });

  test('S156: credentials of GetSessionToken act as the user itself', () => {
    const Condition = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
    const situation = { principal: ALICE, resourcePolicy: [{ Principal: { AWS: ALICE }, Condition }] };
    expect(decideWith({ ...situation, context: { 'aws:MultiFactorAuthPresent': 'true' } })).toBe('Allow');
    expect(decideWith(situation)).toBe('ImplicitDeny');
  });

  test('S157: what names the user who assumed a role does not cover the session', () => {
    expect(decideWith({ principal: SESSION, resourcePolicy: [{ Principal: { AWS: ALICE } }] })).toBe(
      'ImplicitDeny',
    );
  });

  test('S160: a resource without a resource policy cannot be reached from another account', () => {
    const resource = `arn:aws:ecs:eu-west-1:${ACCOUNT}:cluster/shop`;
    const situation = { identity: [{}], action: 'ecs:DescribeClusters', resource };
    expect(decideWith({ ...situation, principal: 'arn:aws:iam::444455556666:user/dave' })).toBe(
      'ImplicitDeny',
    );
    expect(decideWith({ ...situation, principal: ALICE })).toBe('Allow');
  });

  test('S175: an ACL is no policy: without one that allows, the answer is no', () => {
    const anonymous = { principal: 'anonymous', context: { 's3:x-amz-acl': 'public-read' } };
    expect(decideWith(anonymous)).toBe('ImplicitDeny');
  });

  test('S193: handing a role to a task takes iam:PassRole on the role, for ECS tasks', () => {
    const resource = `arn:aws:iam::${ACCOUNT}:role/taskRole`;
    const Condition = { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } };
    const situation = {
      identity: [{ Action: 'iam:PassRole', Resource: resource, Condition }],
      action: 'iam:PassRole',
    };
    const context = { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' };
    expect(decideWith({ ...situation, resource, context })).toBe('Allow');
    expect(decideWith({ ...situation, resource: `${resource}2`, context })).toBe('ImplicitDeny');
    expect(
      decideWith({ ...situation, resource, context: { 'iam:PassedToService': 'ec2.amazonaws.com' } }),
    ).toBe('ImplicitDeny');
  });
});
