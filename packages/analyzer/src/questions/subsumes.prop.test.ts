import fc from 'fast-check';
import { compile } from '@policywright/evaluator';
import { parsePolicy, type Policy } from '@policywright/policy';
import { expect, test } from 'vitest';
import { delegatingPolicy } from '../model/delegatingPolicy.ts';
import { smallPolicies, smallRequests } from './_testing/smallPolicies.ts';
import { subsumes } from './subsumes.ts';

const REQUESTS = smallRequests();

function policiesOf(statements: readonly object[]): readonly Policy[] {
  const result = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements }));
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return [result.policy];
}

const decider = (identity: readonly Policy[]) => compile({ identity, resource: delegatingPolicy() });

test('no request of a small world contradicts a proof, and every witness is one', () => {
  const counts = { proved: 0, refuted: 0, unknown: 0 };
  fc.assert(
    fc.property(smallPolicies(), smallPolicies(), (one, other) => {
      const wide = policiesOf(one);
      const narrow = policiesOf(other);
      const verdict = subsumes(wide, narrow);
      counts[verdict.verdict]++;
      const [a, b] = [decider(wide), decider(narrow)];
      if (verdict.verdict === 'refuted') {
        expect(b.decide(verdict.witness.request)).toBe('Allow');
        expect(a.decide(verdict.witness.request)).not.toBe('Allow');
        return;
      }
      if (verdict.verdict === 'unknown') {
        expect(verdict.reasons.map(({ code }) => code)).not.toContain('witness-not-replayed');
        return;
      }
      for (const request of REQUESTS) {
        if (b.decide(request) === 'Allow') expect([request, a.decide(request)]).toEqual([request, 'Allow']);
      }
    }),
    { numRuns: 200 },
  );
  expect(counts.proved).toBeGreaterThan(0);
  expect(counts.refuted).toBeGreaterThan(0);
});
