import type { PolicySet } from '@policywright/evaluator';
import { policyFromValue, type PolicyType } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import type { AimPlan } from './aimPlan.ts';
import { aimRequest, statementsOf } from './aimRequest.ts';
import { CALLERS, FEDERATED, OUTSIDERS, SESSION, TARGETS, USER } from './alphabet.ts';
import { SERVICE_LINKED_ROLE, SERVICE_LINKED_SESSION } from './roleCallers.ts';

/** Odd choices keep to the pattern; even ones take what is known and like it. */
const PLAN: AimPlan = { target: 0, entry: 0, picks: [1], caller: 0, owner: 0, spoilers: [] };

function policiesOf(layer: 'identity' | 'vpcEndpoint', ...statements: readonly object[]): PolicySet {
  const type: PolicyType = layer;
  const Statement = statements.map((parts) => ({
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: '*',
    ...parts,
  }));
  const read = policyFromValue({ Version: '2012-10-17', Statement }, { type });
  if (!read.ok) throw new Error('it cannot be read');
  return { [layer]: [read.policy] };
}

const aim = (policies: PolicySet, plan: Partial<AimPlan> = {}): ReturnType<typeof aimRequest> =>
  aimRequest(policies, { ...PLAN, ...plan });

describe('a request is aimed at', () => {
  test('one of the statements, and one of its actions and resources', () => {
    const policies = policiesOf(
      'identity',
      { Action: ['s3:GetObject', 's3:PutObject'], Resource: ['arn:aws:s3:::a/k', 'arn:aws:s3:::b/k'] },
      { Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:us-east-1:111122223333:q' },
    );
    expect(aim(policies)).toMatchObject({ action: 's3:GetObject', resource: 'arn:aws:s3:::a/k' });
    expect(aim(policies, { entry: 1 })).toMatchObject({
      action: 's3:PutObject',
      resource: 'arn:aws:s3:::b/k',
    });
    expect(aim(policies, { entry: 2 })).toMatchObject({
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::a/k',
    });
    for (const target of [1, 3])
      expect(aim(policies, { target })).toMatchObject({
        action: 'sqs:SendMessage',
        resource: 'arn:aws:sqs:us-east-1:111122223333:q',
      });
  });

  test('an action and a resource of its own where there is nothing to aim at', () => {
    const pairs = new Set(TARGETS.map((target) => target.join(' ')));
    for (let pick = 1; pick < 40; pick += 3) {
      const { principal, action, resource } = aim({}, { picks: [pick] });
      expect(principal).toBe(USER);
      expect(pairs).toContain(`${action} ${resource}`);
    }
  });

  test('an action that a pattern matches, which is known or made from it', () => {
    const actions = new Set(
      [0, 1, 2, 3, 4, 5].map(
        (pick) => aim(policiesOf('identity', { Action: 'sqs:*' }), { picks: [pick] }).action,
      ),
    );
    expect(actions).toContain('sqs:SendMessage');
    expect([...actions].filter((action) => action.startsWith('sqs:')).length).toBeGreaterThan(2);
    const filled = [1, 2, 3, 6].map((pick) =>
      aim(policiesOf('identity', { Action: 'glue:Get?o*' }), { picks: [pick] }),
    );
    for (const { action } of filled) expect(action).toMatch(/^glue:Getao/);
  });

  test('what a negated element does not name', () => {
    const { action } = aim(policiesOf('identity', { Action: undefined, NotAction: 'glue:GetJob' }), {
      picks: [1],
    });
    expect(TARGETS.map(([name]) => name)).toContain(action);
    const resource = 'arn:aws:glue:::job/j';
    const other = aim(policiesOf('identity', { Resource: undefined, NotResource: resource }), { picks: [1] });
    expect(other.resource).not.toBe(resource);
  });

  test.each([
    ['arn:aws:sqs', 'arn:aws:sqs:us-east-1:111122223333:jobs'],
    ['arn:aws:sqs:us-east-1', 'arn:aws:sqs:us-east-1:111122223333:jobs'],
    ['arn:aws:sqs:us-east-1:111122223333', 'arn:aws:sqs:us-east-1:111122223333:jobs'],
    ['arn:aws:glue:us-east-1:111122223333:job/j', 'arn:aws:glue:us-east-1:111122223333:job/j'],
  ])('S52: a whole ARN where the pattern is short: %s', (Resource, resource) => {
    expect(aim(policiesOf('identity', { Resource }), { picks: [1] }).resource).toBe(resource);
  });

  test('the context that its conditions and variables ask for', () => {
    const resource = 'arn:aws:glue:::job/${aws:PrincipalTag/team}';
    const Condition = { StringEquals: { 'aws:SourceVpc': 'vpc-1' } };
    const { context, resource: filled } = aim(policiesOf('identity', { Resource: resource, Condition }), {
      picks: [1],
    });
    expect(context['aws:sourcevpc']).toBe('vpc-1');
    expect(filled).toBe(`arn:aws:glue:::job/${String(context['aws:principaltag/team'])}`);
  });

  test('a resource of the account that its plan names', () => {
    const policies = policiesOf('identity', {});
    expect(aim(policies)).not.toHaveProperty('resourceAccount');
    expect(aim(policies, { owner: 1 }).resourceAccount).toBe('111122223333');
    expect(aim(policies, { owner: 2 }).resourceAccount).toBe('444455556666');
  });

  test('what it is, and then spoilt, one change after the other', () => {
    const policies = policiesOf('identity', { Resource: 'arn:aws:s3:::b/k' });
    const spoilers = [
      { kind: 'actionCase', at: 3, pick: 0 },
      { kind: 'actionCase', at: 4, pick: 0 },
      { kind: 'resourceSegment', at: 0, pick: 4 },
    ] as const;
    expect(aim(policies, { spoilers })).toMatchObject({
      action: 's3:gEtObject',
      resource: 'arn:aws-cn:s3:::b/k',
    });
  });
});

describe('the caller is', () => {
  test('that of the plan where the statement names none', () => {
    const callers = [...CALLERS, ...OUTSIDERS];
    for (const [caller, expected] of callers.entries()) {
      if (typeof expected !== 'string' || expected === 'anonymous') continue;
      expect(aim(policiesOf('identity', {}), { caller }).principal).toBe(expected);
    }
  });

  const audit = 'arn:aws:sts::444455556666:assumed-role/audit/run1';
  test.each<readonly [object | string, number, unknown]>([
    [{ Service: 'sns.amazonaws.com' }, 0, { service: 'sns.amazonaws.com' }],
    [{ CanonicalUser: 'abc' }, 0, { canonicalUser: 'abc' }],
    [{ AWS: 'arn:aws:iam::111122223333:role/deploy' }, 0, SESSION],
    [{ AWS: 'AROADEPLOY' }, 0, SESSION],
    [{ AWS: 'arn:aws:iam::444455556666:role/audit' }, 0, audit],
    [{ AWS: 'AIDAALICE' }, 1, USER],
    [{ AWS: 'arn:aws:iam::111122223333:user/div/alice' }, 0, 'arn:aws:iam::111122223333:user/div/alice'],
    [{ AWS: 'arn:aws-cn:iam::111122223333:user/alice' }, 0, FEDERATED],
    [{ AWS: USER }, 0, USER],
    [{ AWS: USER }, 1, FEDERATED],
    [{ AWS: 'arn:aws:iam::444455556666:user/dave' }, 0, 'arn:aws:iam::444455556666:user/dave'],
    [{ AWS: 'arn:aws:iam::111122223333:user/nobody' }, 1, CALLERS[1]],
    ['*', 1, CALLERS[1]],
    ['*', 3, 'anonymous'],
  ])('whom the statement names: %j by %i', (Principal, caller, expected) => {
    expect(aim(policiesOf('vpcEndpoint', { Principal }), { caller }).principal).toEqual(expected);
  });

  test('one of those that it names', () => {
    const Principal = { AWS: [USER, 'arn:aws:iam::444455556666:user/dave'] };
    const policies = policiesOf('vpcEndpoint', { Principal });
    expect(aim(policies, { entry: 0 }).principal).toBe(USER);
    expect(aim(policies, { entry: 1 }).principal).toBe('arn:aws:iam::444455556666:user/dave');
    expect(aim(policies, { entry: 2 }).principal).toBe(USER);
  });

  test('called by the keys that AWS sets, unless the plan leaves them out', () => {
    const of = (caller: string, entry = 0): unknown =>
      aim(policiesOf('identity', {}), { caller: CALLERS.indexOf(caller), entry }).context;
    expect(of(USER)).toEqual({ 'aws:username': 'alice', 'aws:userid': 'AIDAALICE' });
    expect(of(SESSION)).toEqual({
      'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/deploy',
      'aws:userid': 'AROADEPLOY:run1',
    });
    const paths = [0, 1, 2, 3, 4].map((entry) =>
      new Map(Object.entries(of(SESSION, entry) ?? {})).get('aws:PrincipalArn'),
    );
    expect(new Set(paths)).toEqual(
      new Set(
        ['deploy', 'path/deploy', 'aws-service-role/deploy'].map(
          (name) => `arn:aws:iam::111122223333:role/${name}`,
        ),
      ),
    );
    const linked = CALLERS.indexOf(SERVICE_LINKED_SESSION);
    expect(of(SERVICE_LINKED_SESSION)).toEqual(
      linked % 3 === 2 ? {} : { 'aws:PrincipalArn': SERVICE_LINKED_ROLE },
    );
    // The third of three callers is asked without them.
    expect(CALLERS.indexOf(FEDERATED) % 3).toBe(2);
    expect(of(FEDERATED)).toEqual({});
  });
});

test('statements are those of every layer', () => {
  const [identity, vpcEndpoint] = [policiesOf('identity', {}), policiesOf('vpcEndpoint', { Principal: '*' })];
  const [one] = identity.identity ?? [];
  const [other] = vpcEndpoint.vpcEndpoint ?? [];
  if (one === undefined || other === undefined) throw new Error('both have a policy');
  const set: PolicySet = {
    identity: [one],
    resource: other,
    boundary: [one],
    session: [one],
    scps: [[one], [one]],
    rcps: [[other]],
    vpcEndpoint: [other],
  };
  expect(statementsOf(set)).toHaveLength(8);
  expect(statementsOf({})).toEqual([]);
});
