import type { Policy } from '@policywright/policy';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryCube } from '../_testing/arbitraryCube.ts';
import { ALICE, OBJECT, policyOf } from '../_testing/decideWith.ts';
import {
  compile,
  decideAll,
  type Authorizer,
  type Decision,
  type DecisionCube,
  type DecisionRow,
  type Request,
} from '../index.ts';
import { flagsOfPrincipal } from '../sides/principalSide.ts';
import { flagsOfResource } from '../sides/resourceSide.ts';

/** Compiles the policies of a row as one set. */
function authorizerOf({ endpoint }: DecisionCube, { principal, resource }: DecisionRow): Authorizer {
  const endpointType = endpoint?.type;
  return compile({
    ...principal,
    resource: resource.policy,
    rcps: resource.rcps,
    grants: resource.kind?.type === 'key' ? resource.kind.grants : undefined,
    vpcEndpoint: endpoint?.policies,
    flags: { ...flagsOfPrincipal(principal), ...flagsOfResource(resource), endpointType },
  });
}

/** The requests of a row, one for each action. */
function requestsOf({ actions, context }: DecisionCube, { principal, resource }: DecisionRow): Request[] {
  return actions.map((action) => ({
    principal: principal.principal,
    action,
    resource: resource.resource,
    resourceAccount: resource.resourceAccount,
    context: { ...context, ...principal.context, ...resource.context },
  }));
}

describe('decideAll', () => {
  test('decides each request as Authorizer.decide does', () => {
    const seen = new Map<Decision, number>();
    fc.assert(
      fc.property(arbitraryCube, (cube) => {
        for (const row of decideAll(cube)) {
          const authorizer = authorizerOf(cube, row);
          const single = requestsOf(cube, row).map((request) => authorizer.decide(request));
          for (const decision of single) seen.set(decision, (seen.get(decision) ?? 0) + 1);
          expect(cube.actions.map((_, number) => row.decision(number))).toEqual(single);
        }
      }),
      { numRuns: 200 },
    );
    for (const decision of ['Allow', 'ExplicitDeny', 'ImplicitDeny'] as const) {
      expect(seen.get(decision) ?? 0).toBeGreaterThan(200);
    }
  });

  test('gives the rows resource by resource, and counts what is allowed', () => {
    const identity = [policyOf([{ Action: 's3:*', Resource: 'arn:aws:s3:::reports/*' }])];
    const user = (name: string): { principal: string; identity: typeof identity } => ({
      principal: `arn:aws:iam::111122223333:user/${name}`,
      identity,
    });
    const rows = [
      ...decideAll({
        principals: [user('alice'), user('bob')],
        actions: ['s3:GetObject', 'ecs:RunTask', 's3:PutObject'],
        resources: [{ resource: 'arn:aws:s3:::reports/q1.csv' }, { resource: '*' }],
      }),
    ];
    expect(rows.map((row) => [row.resource.resource, row.principal.principal, row.allowedCount])).toEqual([
      ['arn:aws:s3:::reports/q1.csv', 'arn:aws:iam::111122223333:user/alice', 2],
      ['arn:aws:s3:::reports/q1.csv', 'arn:aws:iam::111122223333:user/bob', 2],
      ['*', 'arn:aws:iam::111122223333:user/alice', 0],
      ['*', 'arn:aws:iam::111122223333:user/bob', 0],
    ]);
  });

  test('S171 to S174, S195, S196: concludes actions with rules of their own by those, and no others', () => {
    const special = [
      'kms:Decrypt',
      'kms:RetireGrant',
      'sts:AssumeRole',
      'sts:GetCallerIdentity',
      'sts:GetSessionToken',
      'iam:DeleteRole',
      's3:GetObject',
    ];
    // Far enough apart to lie in different words of the sets.
    const actions = special.flatMap((action, place) => [
      ...Array.from({ length: 10 }, (_, i) => `ecs:Action${place * 10 + i}`),
      action,
    ]);
    const identity = [policyOf([{}])];
    const named = (kind: string): Policy =>
      policyOf([{ Principal: { AWS: '111122223333' }, Action: `${kind}:*` }]);
    const cube = {
      principals: [
        { principal: ALICE, identity },
        { principal: ALICE, identity: [policyOf([{ Effect: 'Deny' }])] },
        { principal: 'arn:aws:iam::444455556666:user/dave', identity },
      ],
      actions,
      resources: [
        { resource: 'arn:aws:kms:eu-west-1:111122223333:key/k1', policy: named('sts') },
        { resource: 'arn:aws:iam::111122223333:role/deploy', policy: named('kms') },
        { resource: 'arn:aws:iam::111122223333:role/aws-reserved/admin' },
        {
          resource: 'arn:aws:s3:::open/key',
          resourceAccount: '111122223333',
          policy: policyOf([{ Principal: '*' }]),
          kind: { type: 'bucket', publicAccess: 'restricted' } as const,
        },
      ],
    };
    const differing = [...decideAll(cube)].map((row) => {
      const usual = row.decision(0);
      return actions.filter((_, number) => row.decision(number) !== usual);
    });
    const exempt = ['sts:GetCallerIdentity', 'sts:GetSessionToken'];
    expect(differing).toEqual([
      // The key's policy allows no `kms` action; everything else is allowed by the identity-based policy.
      ['kms:Decrypt', 'kms:RetireGrant'],
      exempt,
      exempt,
      // The trust policy does not allow to assume the role.
      ['sts:AssumeRole'],
      exempt,
      exempt,
      // No trust policy is given, and AWS alone deletes the role.
      ['sts:AssumeRole', 'iam:DeleteRole'],
      exempt,
      exempt,
      [],
      exempt,
      // A public bucket shuts others out, and no policy of another account speaks of actions of IAM.
      ['iam:DeleteRole', 's3:GetObject'],
    ]);
  });

  test('S33, S170: holds calls to the policy of their endpoint, which names principals unless it is a gateway', () => {
    const identity = [policyOf([{}])];
    const rowsThrough = (type: 'gateway' | 'interface' | undefined): Decision[] => {
      const cube: DecisionCube = {
        principals: [{ principal: ALICE, identity }],
        actions: ['s3:GetObject', 'ecs:RunTask', 'sqs:SendMessage'],
        resources: [{ resource: '*' }],
        endpoint: { policies: [policyOf([{ Principal: { AWS: ALICE }, NotAction: 'sqs:*' }])], type },
      };
      return [...decideAll(cube)].flatMap((row) => cube.actions.map((_, number) => row.decision(number)));
    };
    expect(rowsThrough(undefined)).toEqual(['ImplicitDeny', 'Allow', 'ImplicitDeny']);
    expect(rowsThrough('interface')).toEqual(['Allow', 'Allow', 'ImplicitDeny']);
    expect(rowsThrough('gateway')).toEqual(['ImplicitDeny', 'ImplicitDeny', 'ImplicitDeny']);
  });

  test('S168: binds what a resource control policy bears on, and nothing else', () => {
    const rcps = (...statements: readonly object[]): Policy[][] => [
      [policyOf(statements.map((statement) => ({ Principal: '*', ...statement })))],
    ];
    const resource = OBJECT;
    const actions = ['s3:GetObject', 's3:PutObject', 'ecs:RunTask'];
    const cube: DecisionCube = {
      principals: [{ principal: ALICE, identity: [policyOf([{}])] }],
      actions,
      resources: [
        { resource, rcps: rcps({ Effect: 'Deny', Action: ['s3:Get*', 'ecs:*'] }) },
        { resource, rcps: rcps({ Action: ['s3:Get*'] }) },
        { resource, rcps: [...rcps({ Action: 's3:Get*' }), ...rcps({ Action: 's3:Put*' })] },
        { resource, rcps: rcps({ Effect: 'Deny' }), account: 'management' },
        { resource, rcps: [] },
      ],
    };
    // Amazon ECS is not among the services that these policies bear on.
    expect([...decideAll(cube)].map((row) => actions.map((_, number) => row.decision(number)))).toEqual([
      ['ExplicitDeny', 'Allow', 'Allow'],
      ['Allow', 'ImplicitDeny', 'Allow'],
      ['ImplicitDeny', 'ImplicitDeny', 'Allow'],
      ['Allow', 'Allow', 'Allow'],
      ['Allow', 'Allow', 'Allow'],
    ]);
  });

  test('S149, S150: keeps apart what a resource policy grants to an account, a role and a session', () => {
    const session = 'arn:aws:sts::111122223333:assumed-role/deploy/run1';
    const role = 'arn:aws:iam::111122223333:role/deploy';
    const held = policyOf([{ Action: 'ecs:*' }]);
    const actions = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:ListBucket'];
    const [row] = decideAll({
      principals: [{ principal: session, identity: [], session: [held] }],
      actions,
      resources: [
        {
          resource: OBJECT,
          policy: policyOf([
            { Principal: { AWS: '111122223333' }, Action: 's3:GetObject' },
            { Principal: { AWS: role }, Action: 's3:PutObject' },
            { Principal: { AWS: session }, Action: 's3:DeleteObject' },
          ]),
        },
      ],
    });
    // Session policies limit what the role is granted, and not what the session is.
    expect(actions.map((_, number) => row?.decision(number))).toEqual([
      'ImplicitDeny',
      'ImplicitDeny',
      'Allow',
      'ImplicitDeny',
    ]);
    expect(row?.allowedCount).toBe(1);
  });

  test('S208, S210: counts grants of a key, and what lies behind an access point', () => {
    const key = 'arn:aws:kms:eu-west-1:111122223333:key/k1';
    const grants = [{ grantee: ALICE, operations: ['Decrypt'] }];
    const cube: DecisionCube = {
      principals: [{ principal: ALICE }, { principal: ALICE, identity: [policyOf([{ Action: 's3:*' }])] }],
      actions: ['kms:Decrypt', 'kms:Encrypt', 's3:GetObject'],
      resources: [
        {
          resource: key,
          policy: policyOf([{ Principal: { AWS: 'AIDAOTHER' } }]),
          kind: { type: 'key', grants },
        },
        {
          resource: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/ap/object/k',
          behind: [
            {
              resource: OBJECT,
              resourceAccount: '111122223333',
              policy: policyOf([{ Effect: 'Deny', Principal: '*' }]),
            },
          ],
        },
      ],
    };
    const decided = [...decideAll(cube)].map((row) => cube.actions.map((_, number) => row.decision(number)));
    expect(decided).toEqual([
      ['Allow', 'ImplicitDeny', 'ImplicitDeny'],
      ['Allow', 'ImplicitDeny', 'ImplicitDeny'],
      ['ExplicitDeny', 'ExplicitDeny', 'ExplicitDeny'],
      ['ExplicitDeny', 'ExplicitDeny', 'ExplicitDeny'],
    ]);
  });
});

describe('bounds', () => {
  const team = { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'blue' } } };
  const answersOf = (cube: Omit<DecisionCube, 'resources' | 'actions'>): string[] => {
    const actions = ['s3:GetObject', 'ecs:RunTask', 'sqs:SendMessage', 'sns:Publish'];
    const [row] = decideAll({ ...cube, actions, resources: [{ resource: '*' }] });
    return actions.map((_, number) => `${row?.answer(number)} ${row?.decision(number)}`);
  };
  const identity = [
    policyOf([
      { Action: ['s3:*', 'ecs:*'] },
      { Action: 'sqs:*', ...team },
      { Effect: 'Deny', Action: ['ecs:*', 'sns:*'], ...team },
    ]),
  ];

  test('tell what is allowed for certain, what may be, and what never is', () => {
    const principals = [{ principal: ALICE, identity }];
    const depends = ['Allow Allow', 'Depends ImplicitDeny', 'Depends ImplicitDeny', 'Denied ImplicitDeny'];
    expect(answersOf({ principals, unknown: 'all' })).toEqual(depends);
    expect(answersOf({ principals, unknown: ['AWS:principaltag/TEAM'] })).toEqual(depends);
  });

  test('take for known what the context has, and for absent what is not named', () => {
    const known = ['Allow Allow', 'Allow Allow', 'Denied ImplicitDeny', 'Denied ImplicitDeny'];
    expect(answersOf({ principals: [{ principal: ALICE, identity }], unknown: ['aws:SourceIp'] })).toEqual(
      known,
    );
    const blue = { principal: ALICE, identity, context: { 'aws:PrincipalTag/team': 'blue' } };
    expect(answersOf({ principals: [blue], unknown: 'all' })).toEqual([
      'Allow Allow',
      'Denied ExplicitDeny',
      'Allow Allow',
      'Denied ExplicitDeny',
    ]);
  });

  test('do not take keys for unknown that a principal or a resource is known to lack', () => {
    const lacking = { principal: ALICE, identity, absent: ['aws:PrincipalTag/*'] };
    const none = answersOf({ principals: [{ principal: ALICE, identity }], unknown: [] });
    expect(answersOf({ principals: [{ principal: ALICE, identity }], unknown: 'all' })).not.toEqual(none);
    expect(answersOf({ principals: [lacking], unknown: 'all' })).toEqual(none);
    expect(answersOf({ principals: [lacking], unknown: ['aws:PrincipalTag/team'] })).toEqual(none);
  });

  test('S167: count a role that may be service-linked as bound by SCPs, and as not', () => {
    const principal = 'arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForECS/run1';
    const scps = [[policyOf([{ Action: 's3:*' }])]];
    expect(answersOf({ principals: [{ principal, identity, scps }], unknown: ['aws:PrincipalArn'] })).toEqual(
      ['Allow Allow', 'Depends ImplicitDeny', 'Denied ImplicitDeny', 'Denied ImplicitDeny'],
    );
  });

  test('S74: leave a statement that cannot be read for good as it is decided', () => {
    const context = { 'aws:PrincipalTag/team': 'blue', 'aws:principaltag/TEAM': 'red' };
    expect(answersOf({ principals: [{ principal: ALICE, identity, context }], unknown: 'all' })).toEqual([
      'Allow Allow',
      'Denied ExplicitDeny',
      'Denied ImplicitDeny',
      'Denied ExplicitDeny',
    ]);
  });
});
