import type { Policy } from '@policywright/policy';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCube } from '../_testing/arbitraryCube.ts';
import { policyOf } from '../_testing/decideWith.ts';
import { compile, decideAll, type Decision } from '../index.ts';

describe('decideAll', () => {
  it('decides each request as Authorizer.decide does', () => {
    const seen = new Map<Decision, number>();
    fc.assert(
      fc.property(arbitraryCube, (cube) => {
        for (const row of decideAll(cube)) {
          const { principal, resource } = row;
          const authorizer = compile({
            ...principal,
            resource: resource.policy,
            rcps: resource.rcps,
            flags: { ...principal.flags, ...resource.flags },
          });
          const context = { ...cube.context, ...principal.context, ...resource.context };
          const requests = cube.actions.map((action) => ({
            ...resource,
            principal: principal.principal,
            action,
            context,
          }));
          const single = requests.map((request) => authorizer.decide(request));
          for (const decision of single) seen.set(decision, (seen.get(decision) ?? 0) + 1);
          expect(cube.actions.map((_, number) => row.decision(number))).toEqual(single);
        }
      }),
      { numRuns: 1000 },
    );
    for (const decision of ['Allow', 'ExplicitDeny', 'ImplicitDeny'] as const) {
      expect(seen.get(decision) ?? 0).toBeGreaterThan(1000);
    }
  });

  it('gives the rows resource by resource, and counts what is allowed', () => {
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

  it('S171 to S174, S195, S196: concludes actions with rules of their own by those, and no others', () => {
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
    const ALICE = 'arn:aws:iam::111122223333:user/alice';
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
          flags: { restrictPublicBuckets: true },
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
});
