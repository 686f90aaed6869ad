import fc from 'fast-check';
import type { RequestContext } from '@policywright/conditions';
import { compile, type PolicySet, type Request } from '@policywright/evaluator';
import { readCaller } from '@policywright/evaluator/engine';
import { parsePolicy, type Policy } from '@policywright/policy';
import { expect, test } from 'vitest';
import { policiesOf } from '../callers/ownPolicies.ts';
import { smallCallers, statementsWithPrincipals, type SmallCaller } from './_testing/smallCallers.ts';
import { subsumes } from './subsumes.ts';

const OWNERS = ['111122223333', '444455556666', '700000000007'];
const CALLERS = smallCallers();

function policyOf(statements: readonly object[]): Policy {
  const result = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements }));
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.policy;
}

/** What a caller may have of its own. */
function ownOf({ principal }: SmallCaller): readonly Pick<PolicySet, 'identity' | 'session'>[] {
  const { kind } = readCaller(principal);
  const isHolder = kind === 'user' || kind === 'roleSession' || kind === 'federatedSession';
  const own = [
    policiesOf({ kind, own: 'silent' }),
    ...(isHolder ? [policiesOf({ kind, own: 'allow' })] : []),
  ];
  return own.filter((one) => one !== undefined);
}

function* requestsOf({ principal, context }: SmallCaller, owner: string): Generator<Request> {
  const more: readonly RequestContext[] = [{}, { 'aws:PrincipalOrgID': 'o-1' }];
  for (const action of ['s3:getobject', 'kms:decrypt', 'sts:assumerole', 'sqs:sendmessage']) {
    for (const resource of [
      '*',
      'arn:aws:s3:::a/ada',
      'arn:aws:s3:::a/zoe',
      'arn:aws:s3:::444455556666/k',
      'arn:aws:kms:x::key/k',
      'arn:aws:iam:::role/r',
    ]) {
      for (const one of more) {
        if (principal === 'anonymous' && 'aws:PrincipalOrgID' in one) continue;
        yield {
          principal,
          action,
          resource,
          resourceAccount: owner,
          context: { ...context, ...one, 'aws:ResourceAccount': owner },
        };
      }
    }
  }
}

test('22: no caller of a small world contradicts a proof about all callers, and every witness is one', () => {
  const counts = { proved: 0, refuted: 0, unknown: 0 };
  fc.assert(
    fc.property(
      statementsWithPrincipals(),
      statementsWithPrincipals(),
      fc.boolean(),
      fc.constantFrom(undefined, ...OWNERS),
      (one, two, isLess, resourceAccount) => {
        const wide: PolicySet = { resource: policyOf(one) };
        const narrow: PolicySet = { resource: policyOf(isLess ? one.slice(1) : two) };
        const verdict = subsumes(wide, narrow, { resourceAccount });
        counts[verdict.verdict]++;
        if (verdict.verdict === 'refuted') {
          const { request, own } = verdict.witness;
          expect(compile({ ...narrow, ...own }).decide(request)).toBe('Allow');
          expect(compile({ ...wide, ...own }).decide(request)).not.toBe('Allow');
          return;
        }
        if (verdict.verdict === 'unknown') {
          expect(verdict.reasons.map(({ code }) => code)).not.toContain('witness-not-replayed');
          return;
        }
        for (const caller of CALLERS) {
          for (const own of ownOf(caller)) {
            const [a, b] = [compile({ ...wide, ...own }), compile({ ...narrow, ...own })];
            for (const owner of resourceAccount === undefined ? OWNERS : [resourceAccount]) {
              for (const request of requestsOf(caller, owner)) {
                if (b.decide(request) !== 'Allow') continue;
                if (a.decide(request) !== 'Allow')
                  expect([request, own.identity?.length, a.decide(request)]).toEqual('Allow');
              }
            }
          }
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(counts.proved).toBeGreaterThan(0);
  expect(counts.refuted).toBeGreaterThan(0);
});
