import type { RequestContext } from '@policywright/conditions';
import { describe, expect, test } from 'vitest';
import { ACCOUNT, callTo, identity, policyOf, REGION, roleArn, trusts } from '../_testing/given.ts';
import { diagnoseWorld } from './diagnoseWorld.ts';
import { suggestOperation } from './suggestOperation.ts';

const bucketPolicy = policyOf({ Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::docs/*' });
const get = callTo('s3:GetObject', { Bucket: 'docs', Key: 'a' });
const stop = callTo('ecs:StopTask', { cluster: 'shop', task: 'abc' });
const TASK = `arn:aws:ecs:${REGION}:${ACCOUNT}:task/shop/abc`;

describe('diagnoseWorld', () => {
  test('S60: a policy of the resource that both the policies and the world have', () => {
    const policies = { ...identity({ Action: '*' }), resource: bucketPolicy };
    expect(diagnoseWorld(policies, get, { policyOf: () => bucketPolicy })).toEqual([
      {
        code: 'contradiction',
        severity: 'error',
        path: '/policies/resource',
        message: 'the policy of `arn:aws:s3:::docs/a` is given twice: among the policies, and by the world',
        help: 'leave one of them out',
        resource: 'arn:aws:s3:::docs/a',
      },
    ]);
    const ofBucket = (arn: string) => (arn === 'arn:aws:s3:::docs' ? bucketPolicy : undefined);
    expect(diagnoseWorld(policies, get, { policyOf: ofBucket })[0]?.message).toContain('`arn:aws:s3:::docs`');
  });

  test('a trust policy of the role that is assumed', () => {
    const policies = { resource: trusts('ec2') };
    const assume = callTo('sts:AssumeRole', { RoleArn: roleArn('ops'), RoleSessionName: 's' });
    expect(diagnoseWorld(policies, assume, { trustOf: () => trusts('ec2') })).toHaveLength(1);
    expect(diagnoseWorld(policies, assume, { policyOf: () => bucketPolicy })).toEqual([]);
  });

  test('policies of other resources are no contradiction', () => {
    const policies = { ...identity({ Action: '*' }), resource: bucketPolicy };
    const other = (arn: string) => (arn === 'arn:aws:s3:::other' ? bucketPolicy : undefined);
    expect(diagnoseWorld(policies, get, { policyOf: other })).toEqual([]);
    expect(diagnoseWorld(identity({ Action: '*' }), get, { policyOf: () => bucketPolicy })).toEqual([]);
  });

  test('a tag of the resource that the context gives otherwise, by its place', () => {
    const call = { ...stop, context: { 'aws:ResourceTag/team': 'blue', 'aws:PrincipalTag/team': 'x' } };
    const world = (team: string) => ({ tagsOf: (arn: string) => (arn === TASK ? { team } : undefined) });
    expect(diagnoseWorld({}, call, world('blue'))).toEqual([]);
    expect(diagnoseWorld({}, call, world('red'))).toMatchObject([
      {
        path: '/context/aws:ResourceTag~1team',
        message: `\`aws:ResourceTag/team\` is \`blue\`, and in the world \`${TASK}\` has \`red\``,
      },
    ]);
    expect(diagnoseWorld({}, call, { tagsOf: () => ({}) })[0]?.message).toMatch(/ has no such tag$/);
  });

  test('Amazon S3 has a key of its own for the tags of objects, and an action on a resource is looked at as a call is', () => {
    const resource = 'arn:aws:s3:::docs/a';
    const asked = (context: RequestContext) =>
      ({ ...get, action: 's3:GetObject', resource, context }) as const;
    const world = { tagsOf: (arn: string) => (arn === resource ? { team: 'red' } : undefined) };
    expect(diagnoseWorld({}, asked({ 's3:ExistingObjectTag/team': 'red' }), world)).toEqual([]);
    expect(diagnoseWorld({}, asked({ 'S3:existingObjectTag/team': 'blue' }), world)).toMatchObject([
      { path: '/context/S3:existingObjectTag~1team', resource },
    ]);
    const policies = { resource: bucketPolicy };
    expect(diagnoseWorld(policies, asked({}), { policyOf: () => bucketPolicy })).toHaveLength(1);
  });
});

describe('suggestOperation', () => {
  test.each([
    ['lambda:Invok', 'lambda:Invoke'],
    ['s3:ListObjectV2', 's3:ListObjectsV2'],
    ['ecs:RunTsak', 'ecs:RunTask'],
    ['ecs:StpTask', 'ecs:StopTask'],
    ['nothing:AtAll', undefined],
    // Of another prefix than the one that was written.
    ['lamda:InvokeFunction', 'lambda:InvokeFunction'],
    ['RunTask', 'ecs:RunTask'],
  ])('%s: %s', (wrong, meant) => {
    expect(suggestOperation(wrong)).toBe(meant);
  });
});
