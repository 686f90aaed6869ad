import type { ActionName } from '@policywright/catalog';
import { parsePolicy, type Policy } from '@policywright/policy';
import { expect, test } from 'vitest';
import { simulateAction } from './simulateAction.ts';

function allowing(Action: string, Resource: string, Condition?: object): Policy {
  const Statement = { Effect: 'Allow', Action, Resource, ...(Condition && { Condition }) };
  const read = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement }));
  if (!read.ok) throw new Error('no policy');
  return read.policy;
}

const PRINCIPAL = 'arn:aws:iam::111122223333:role/deploy';
const ROLE = 'arn:aws:iam::111122223333:role/task';
const asked = { principal: PRINCIPAL, account: '111122223333', region: 'eu-west-1' };

test('S176: an action that is no operation of its own name is decided on its resource', () => {
  const condition = { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } };
  const policies = { identity: [allowing('iam:PassRole', ROLE, condition)] };
  const request = { ...asked, action: 'iam:PassRole', resource: ROLE } as const;
  const open = simulateAction(policies, request);
  expect([open.answer, open.unknown]).toEqual(['Depends', ['iam:PassedToService']]);
  const context = { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' };
  expect(simulateAction(policies, { ...request, context }).answer).toBe('Allow');
  expect(simulateAction(policies, { ...request, resource: `${ROLE}2`, context }).answer).toBe('Denied');
});

test('a key that the action cannot have is absent, not unknown', () => {
  const policies = { identity: [allowing('s3:GetObject', '*', { StringEquals: { 'ecs:cluster': 'x' } })] };
  const request = { ...asked, action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' } as const;
  expect(simulateAction(policies, request).answer).toBe('Denied');
});

test('tags that the world tells are known', () => {
  const condition = { StringEquals: { 'aws:ResourceTag/team': 'shop' } };
  const policies = { identity: [allowing('ecs:StopTask', '*', condition)] };
  const resource = 'arn:aws:ecs:eu-west-1:111122223333:task/shop/0123456789abcdef';
  const request = { ...asked, action: 'ecs:StopTask', resource } as const;
  expect(simulateAction(policies, request).unknown).toEqual(['aws:ResourceTag/team']);
  expect(simulateAction(policies, request, { tagsOf: () => ({ team: 'shop' }) }).answer).toBe('Allow');
  expect(simulateAction(policies, request, { tagsOf: () => ({}) }).answer).toBe('Denied');
});

test('tags of the world have the names that the service gives them: of an object of Amazon S3, and of nothing else', () => {
  const tagsOf = () => ({ team: 'shop' });
  const answer = (key: string, action: ActionName, resource: string): unknown => {
    const policies = { identity: [allowing(action, '*', { StringEquals: { [key]: 'shop' } })] };
    return simulateAction(policies, { ...asked, action, resource }, { tagsOf, keyOf: () => 'none' }).answer;
  };
  const object = 'arn:aws:s3:::b/k';
  expect(answer('s3:ExistingObjectTag/team', 's3:GetObject', object)).toBe('Allow');
  const table = 'arn:aws:dynamodb:eu-west-1:111122223333:table/t';
  expect(answer('aws:ResourceTag/team', 'dynamodb:DeleteTable', table)).toBe('Allow');
  const instance = 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1';
  expect(answer('ec2:ResourceTag/team', 'ec2:StopInstances', instance)).toBe('Allow');
});
