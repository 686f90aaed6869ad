import { readScenarios, runScenarios, type UncompiledPolicies } from '@policywright/scenario';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PolicyAssertionError, PolicyDocumentError } from '../matchers/index.ts';
import { propertyOf } from './propertyOf.ts';
import type { GuardRail } from './guardRail.ts';
import type { GuardRailBreach } from './guardRailProperty.ts';

const SEEDS = [1, 2, 3, 4, 5];

function documentOf(...Statement: readonly object[]): UncompiledPolicies {
  return { Version: '2012-10-17', Statement };
}

/** The breach that is found whatever the seed; the last of them. */
function breachOf(policies: UncompiledPolicies, guard: GuardRail): GuardRailBreach {
  const breaches = SEEDS.map((seed) => propertyOf(policies).never(guard).check({ seed }));
  const [first] = breaches;
  if (first === undefined || breaches.includes(undefined)) throw new Error('no breach was found');
  return first;
}

function holds(policies: UncompiledPolicies, guard: GuardRail): void {
  for (const seed of SEEDS) expect(propertyOf(policies).never(guard).check({ seed })).toBeUndefined();
}

describe('holes that are found', () => {
  test('S65: Allow with NotAction lets iam:PassRole through', () => {
    const policy = documentOf({ Effect: 'Allow', NotAction: ['iam:Create*', 'iam:Delete*'], Resource: '*' });
    const { scenario } = breachOf(policy, { action: 'iam:*' });
    expect(scenario).toMatchObject({
      principal: 'arn:aws:iam::111122223333:user/alice',
      action: 'iam:PassRole',
      resource: 'arn:aws:iam::111122223333:role/example',
      context: {},
    });
  });

  test('S65: Allow with NotAction lets a service through of which no action is known', () => {
    const policy = documentOf({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' });
    expect(breachOf(policy, { action: 'madeup:*' }).scenario.action).toBe('madeup:Example');
  });

  test('S77: StringNotLike holds where the key is absent', () => {
    const Condition = { StringNotLike: { 'iam:PassedToService': 'ec2*' } };
    const policy = documentOf({ Effect: 'Allow', Action: 'iam:PassRole', Resource: '*', Condition });
    const guard = { action: 'iam:PassRole', unless: { StringLike: { 'iam:PassedToService': 'ecs*' } } };
    expect(breachOf(policy, guard).scenario.context).toEqual({});
  });

  test('S78: IfExists holds where the key is absent, and only there', () => {
    const Condition = { StringEqualsIfExists: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } };
    const policy = documentOf({ Effect: 'Allow', Action: 'iam:PassRole', Resource: '*', Condition });
    const unless = { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } };
    expect(breachOf(policy, { action: 'iam:PassRole', unless }).scenario.context).toEqual({});
    const sound = { Effect: 'Allow', Action: 'iam:PassRole', Resource: '*', Condition: unless };
    holds(documentOf(sound), { action: 'iam:PassRole', unless });
  });

  test('PassRole on * beside ecs:* passes any role', () => {
    const policy = documentOf(
      { Effect: 'Allow', Action: 'ecs:*', Resource: '*' },
      { Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' },
    );
    const admin = 'arn:aws:iam::*:role/admin*';
    const { scenario } = breachOf(policy, { action: 'iam:PassRole', resource: admin });
    expect(scenario.resource).toBe('arn:aws:iam::111122223333:role/adminexample');
  });

  test('S51: a resource pattern that is wider than it looks', () => {
    const policy = documentOf({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::logs*' });
    const { scenario } = breachOf(policy, { action: 's3:*', resource: 'arn:aws:s3:::logs-audit/*' });
    expect(scenario.resource).toBe('arn:aws:s3:::logs-audit/example');
  });

  test('S73: a Deny that a condition lifts', () => {
    const policy = documentOf(
      { Effect: 'Allow', Action: '*', Resource: '*' },
      {
        Effect: 'Deny',
        Action: 'iam:*',
        Resource: '*',
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } },
      },
    );
    const guard = { action: 'iam:*', unless: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
    expect(breachOf(policy, guard).scenario.context).toEqual({});
    const Condition = { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } };
    const mended = documentOf(
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: 'iam:*', Resource: '*', Condition },
    );
    holds(mended, guard);
  });

  test('S83: ForAllValues on a missing key', () => {
    const Condition = { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] } };
    const policy = documentOf({ Effect: 'Allow', Action: 'ec2:RunInstances', Resource: '*', Condition });
    const guard = { action: 'ec2:*', unless: { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['team'] } } };
    expect(breachOf(policy, guard).scenario.context).toEqual({});
  });

  test('S56: a variable that the caller may choose', () => {
    const policy = documentOf({
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::${aws:PrincipalTag/team}/*',
    });
    const { scenario } = breachOf(policy, { action: 's3:GetObject', resource: 'arn:aws:s3:::a*' });
    expect(scenario.context).toEqual({ 'aws:principaltag/team': 'a' });
  });

  test('of a resource policy that lets strangers in', () => {
    const Principal = { AWS: '*' };
    const policy = documentOf({
      Effect: 'Allow',
      Principal,
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::b/*',
    });
    const guard = { action: 's3:*', unless: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } } };
    expect(breachOf(policy, guard).scenario).toMatchObject({
      principal: 'arn:aws:iam::999999999999:user/mallory',
      context: { 'aws:PrincipalAccount': '999999999999' },
    });
  });

  test('of a key with grants and two resource policies: the file says all of them', () => {
    const Statement = { Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*' };
    const closed = { ...Statement, Condition: { StringEquals: { 'aws:PrincipalAccount': '${aws:x}' } } };
    const policies = {
      resource: [{ Statement }, { Version: '2012-10-17', Statement: closed }],
      grants: [{ grantee: 'arn:aws:iam::111122223333:user/ada', operations: ['Decrypt'] }],
    };
    const { file } = breachOf(policies, { action: 'kms:*' });
    expect(JSON.parse(file)).toMatchObject({ policies });
    const { results } = runScenarios([readScenarios(file)]);
    expect(results).toMatchObject([{ passed: false, actual: 'Allow' }]);
  });

  test('through a statement with many conditions', () => {
    const keys = ['team', 'stage', 'cost', 'owner', 'unit', 'shift'].map((tag) => [
      `aws:PrincipalTag/${tag}`,
      ['x1', 'x2'],
    ]);
    const Condition = { StringEquals: Object.fromEntries(keys) };
    const policy = documentOf({ Effect: 'Allow', Action: 'iam:PassRole', Resource: '*', Condition });
    expect(Object.keys(breachOf(policy, { action: 'iam:*' }).scenario.context)).toHaveLength(6);
  });

  test('where the patterns of the statement and of the guard rail barely meet', () => {
    const policy = documentOf({
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::*-logs/*x',
    });
    const { scenario } = breachOf(policy, { action: 's3:*', resource: 'arn:aws:s3:::audit-*' });
    expect(scenario.resource).toBe('arn:aws:s3:::audit-logs/x');
  });

  test('for the caller of the guard rail only', () => {
    const principals = ['alice', 'bob'].map((name) => `arn:aws:iam::111122223333:user/${name}`);
    const Statement = { Effect: 'Allow', Principal: { AWS: principals[0] }, Action: 's3:*', Resource: '*' };
    const policy = documentOf(Statement);
    const guards = principals.map((principal) => ({ action: 's3:*', principal }));
    expect(guards.map((guard) => propertyOf(policy).never(guard).check()?.scenario.principal)).toEqual([
      principals[0],
      undefined,
    ]);
  });

  test('of a policy set: the boundary closes one hole and leaves another', () => {
    const identity = documentOf({ Effect: 'Allow', Action: ['iam:*', 's3:*'], Resource: '*' });
    const boundary = documentOf({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' });
    const set = { identity, boundary } as UncompiledPolicies;
    holds(set, { action: 'iam:*' });
    expect(breachOf(set, { action: ['iam:*', 's3:Delete*'] }).scenario.action).toBe('s3:DeleteObject');
  });
});

describe('actions', () => {
  test('of the catalog are tried on resources that they have', () => {
    const policy = documentOf({ Effect: 'Allow', NotAction: 'glue:Create*', Resource: '*' });
    expect(breachOf(policy, { action: 'glue:GetJob' }).scenario).toMatchObject({
      action: 'glue:GetJob',
      resource: 'arn:aws:glue:us-east-1:111122223333:job/example',
    });
  });

  test('are made up where the catalog has none', () => {
    const wide = documentOf({ Effect: 'Allow', Action: 'madeup:Get*', Resource: '*' });
    expect(breachOf(wide, { action: 'madeup:*' }).scenario.action).toBe('madeup:Get');
  });
});

describe('a breach', () => {
  const policy = documentOf({ Effect: 'Allow', Action: 'iam:*', Resource: '*' });
  const { property, check, assert } = propertyOf(policy).never({ action: 'iam:*' });

  test('is a scenario file that fails until the policy is mended', () => {
    const file = check()?.file ?? '';
    expect(runScenarios([readScenarios(file)]).results).toMatchObject([{ actual: 'Allow', passed: false }]);
    const denied = file.replace('"Allow"', '"Deny"').replace('"ImplicitDeny"', '"ExplicitDeny"');
    expect(runScenarios([readScenarios(denied)])).toMatchObject({ passed: 1 });
  });

  test('is found again by its seed and path', () => {
    const breach = check();
    expect(check(breach?.replay)?.scenario).toEqual(breach?.scenario);
  });

  test('is what assert throws, with explanation and file', () => {
    expect(() => assert()).toThrow(PolicyAssertionError);
    expect(() => assert()).toThrow(
      /guard rail "never iam:\*" does not hold: [^]*\/identity\/0\/Statement\/0[^]*"action"/,
    );
  });

  test('fails fast-check, which prints the file', () => {
    expect(() => fc.assert(property)).toThrow('"id": "guard-rail"');
  });
});

test('a property that holds is checked and asserted in silence', () => {
  const property = propertyOf(documentOf({ Effect: 'Allow', Action: 's3:*', Resource: '*' })).never({
    action: 'iam:*',
  });
  expect(property.check()).toBeUndefined();
  property.assert();
});

test('S23: a guard rail with a condition block that is none is refused', () => {
  const unless = { StringEqual: { 'aws:username': 'alice' } };
  const properties = propertyOf(documentOf({ Effect: 'Allow', Action: '*', Resource: '*' }));
  expect(() => properties.never({ action: '*', unless })).toThrow(PolicyDocumentError);
});
