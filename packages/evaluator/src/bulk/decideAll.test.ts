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
});
