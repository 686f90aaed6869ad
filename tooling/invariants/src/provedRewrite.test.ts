import { loadManagedPolicies } from '@policywright-tooling/conformance/managed-policies';
import { equivalent, minimisePolicy } from '@policywright/analyzer';
import { parsePolicy } from '@policywright/policy';
import { expect, test } from 'vitest';
import { provedRewrite, type RewriteOutcome } from './provedRewrite.ts';

/** A document in so many; all of them, in all versions, are for `rewrites`. */
const ONE_IN = 25;

test.each(['minimised', 'fixed'] as const)(
  '19: managed policies that are %s are proved to allow the same',
  (name) => {
    const counts = new Map<RewriteOutcome, number>();
    for (const [index, { document }] of loadManagedPolicies().entries()) {
      if (index % ONE_IN !== 0) continue;
      const { outcome } = provedRewrite(JSON.stringify(document), name);
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    }
    expect(counts.get('refuted') ?? 0).toBe(0);
    expect(counts.get('proved') ?? 0).toBeGreaterThan(0);
    expect(counts.get('unknown') ?? 0).toBeLessThan(3);
  },
);

test('a policy that allows less is told from one that allows the same', () => {
  const read = (Action: string | readonly string[]) => {
    const Statement = [{ Effect: 'Allow', Action, Resource: '*' }];
    const result = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement }));
    if (!result.ok) throw new Error('no policy');
    return result.policy;
  };
  const { policy } = minimisePolicy(read(['s3:Get*', 's3:GetObject']));
  expect(equivalent([read('s3:Get*')], [policy]).verdict).toBe('proved');
  expect(equivalent([read('s3:GetObject*')], [policy]).verdict).toBe('refuted');
});
