import fc from 'fast-check';
import {
  compile,
  deriveContext,
  type PolicySet,
  type Principal,
  type Request,
} from '@policywright/evaluator';
import { parsePolicy, type Policy } from '@policywright/policy';
import { expect, test } from 'vitest';
import { smallRequests, smallSets, type SmallSet } from './_testing/smallPolicies.ts';
import { subsumes } from './subsumes.ts';

const REQUESTS = smallRequests(['kms:decrypt', 'sts:assumerole', 'sts:getcalleridentity', 'sts:x', 'kms:x']);
const PRINCIPALS: readonly Principal[] = [
  'arn:aws:iam::111122223333:user/ada',
  'arn:aws:sts::111122223333:assumed-role/r/s',
  'arn:aws:iam::111122223333:root',
  'arn:aws:iam::444455556666:user/bob',
  'anonymous',
  { service: 'ec2.amazonaws.com' },
];

function policyOf(statements: readonly object[]): readonly Policy[] {
  if (statements.length === 0) return [];
  const result = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements }));
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return [result.policy];
}

function setOf({ identity, boundary, session, scp, resource, rcp, endpoint }: SmallSet): PolicySet {
  const levels = (statements: readonly object[]) => (statements.length === 0 ? [] : [policyOf(statements)]);
  return {
    identity: policyOf(identity),
    boundary: policyOf(boundary),
    session: policyOf(session),
    scps: levels(scp),
    resource: policyOf(resource),
    rcps: levels(rcp),
    vpcEndpoint: policyOf(endpoint),
  };
}

/** The request with another caller, and with the keys that follow from it. */
function requestOf(request: Request | undefined, principal: Principal): Request | undefined {
  if (request === undefined) return undefined;
  const derived = Object.entries(deriveContext({ principal, action: '', resource: '*' }));
  const own = derived.filter(([key]) => /^aws:(?:principal|user)/i.test(key));
  return { ...request, principal, context: { ...request.context, ...Object.fromEntries(own) } };
}

test('no request of a small world contradicts a proof over all layers, and every witness is one', () => {
  const counts = { proved: 0, refuted: 0, unknown: 0 };
  fc.assert(
    fc.property(
      smallSets(),
      smallSets(),
      fc.constantFrom(...PRINCIPALS),
      fc.constantFrom('boundary', 'scp', 'resource', 'identity', 'all') as fc.Arbitrary<
        keyof SmallSet | 'all'
      >,
      (one, two, principal, changed) => {
        const other = changed === 'all' ? two : { ...one, [changed]: two[changed] };
        const [wide, narrow] = [setOf(one), setOf(other)];
        const verdict = subsumes(wide, narrow, { principal, resourceAccount: '111122223333' });
        counts[verdict.verdict]++;
        const [a, b] = [compile(wide), compile(narrow)];
        if (verdict.verdict === 'refuted') {
          expect(b.decide(verdict.witness.request)).toBe('Allow');
          expect(a.decide(verdict.witness.request)).not.toBe('Allow');
          return;
        }
        if (verdict.verdict === 'unknown') {
          expect(verdict.reasons.map(({ code }) => code)).not.toContain('witness-not-replayed');
          return;
        }
        for (let at = 0; at < REQUESTS.length; at += 3) {
          const request = requestOf(REQUESTS[at], principal);
          if (request === undefined) continue;
          if (b.decide(request) === 'Allow') expect([request, a.decide(request)]).toEqual([request, 'Allow']);
        }
      },
    ),
    { numRuns: 80 },
  );
  expect(counts.proved).toBeGreaterThan(0);
  expect(counts.refuted).toBeGreaterThan(0);
});
