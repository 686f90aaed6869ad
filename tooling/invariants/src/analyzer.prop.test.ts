import {
  checkNoNewAccess,
  diff,
  equivalent,
  type AnalyzerOptions,
  type Verdict,
} from '@policywright/analyzer';
import { parseArn } from '@policywright/arn';
import {
  compile,
  deriveContext,
  type PolicySet,
  type Principal,
  type Request,
} from '@policywright/evaluator';
import { parsePolicy, policyFromValue, printPolicy, type Policy } from '@policywright/policy';
import { policySetOf, printScenario, readScenarios, requestOf } from '@policywright/scenario';
import { interpret, nearMiss, scenario, type GeneratedScenario } from '@policywright/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from './check.ts';

const ACCOUNT = '111122223333';
const NEAR_MISSES = 20;

/** Two versions of the policies of one principal, which differ in a layer or in statements. */
interface Versions {
  readonly before: PolicySet;
  readonly after: PolicySet;
  readonly options: AnalyzerOptions & { readonly principal: Principal };
}

const versions: fc.Arbitrary<Versions> = fc
  .tuple(
    scenario(),
    scenario(),
    fc.constantFrom('identity', 'resource', 'boundary', 'scps', 'less', 'all'),
    fc.nat(),
  )
  .filter(([one, other]) => isPlain(one) && isPlain(other))
  .map(([one, other, change, seed]) => {
    const before = setOf(one);
    const others = setOf(other);
    const after =
      change === 'all'
        ? { ...others, flags: before.flags }
        : change === 'less'
          ? withoutStatement(before, seed)
          : { ...before, [change]: others[change as 'identity'] };
    const { principal } = requestOf(one);
    return { before, after, options: { principal, resourceAccount: ACCOUNT, budget: 200_000 } };
  });

/** Without an access point, beyond which nothing is analysed. */
function isPlain({ underlying }: GeneratedScenario): boolean {
  return underlying === undefined;
}

function setOf(given: GeneratedScenario): PolicySet {
  return policySetOf(given.policies, given.flags, requestOf(given));
}

/** The set without one statement of its identity-based policies. */
function withoutStatement(set: PolicySet, seed: number): PolicySet {
  const identity = (set.identity ?? []).map((policy): Policy => {
    const statements = policy.statements.filter((_, index) => index !== seed % policy.statements.length);
    // Read anew, so that the document is what its statements say: scenarios have the document.
    const result = parsePolicy(printPolicy({ ...policy, statements }));
    return result.ok && statements.length > 0 ? result.policy : policy;
  });
  return { ...set, identity };
}

/** A request as the universe has it: the keys of the caller are the caller's, the resource is one, and none is given twice. */
function inUniverse(request: Request, principal: Principal): Request | undefined {
  const derived = Object.entries(deriveContext({ principal, action: '', resource: '*' }));
  const own = Object.fromEntries(
    derived.filter(([key]) => /^aws:(?:principal|username$|userid$)/i.test(key)),
  );
  const names = new Set(Object.keys(own).map((key) => key.toLowerCase()));
  const others = Object.entries(request.context ?? {}).filter(([key]) => !names.has(key.toLowerCase()));
  const keys = others.map(([key]) => key.toLowerCase());
  if (new Set(keys).size !== keys.length || keys.includes('s3:dataaccesspointarn')) return undefined;
  const { action, resource } = request;
  if (resource !== '*' && parseArn(resource) === undefined) return undefined;
  return {
    principal,
    action,
    resource,
    resourceAccount: ACCOUNT,
    context: { ...Object.fromEntries(others), ...own },
  };
}

/** What is not misread by a search that is at fault. */
function reasonsOf(verdict: Verdict): readonly string[] {
  return verdict.verdict === 'unknown' ? verdict.reasons.map(({ code }) => code) : [];
}

test('22: no near miss of either version contradicts a proof', () => {
  let proved = 0;
  check(
    fc.property(versions, fc.gen(), ({ before, after, options }, draw) => {
      const verdict = checkNoNewAccess(before, after, options);
      expect(reasonsOf(verdict)).not.toContain('witness-not-replayed');
      if (verdict.verdict !== 'proved') return;
      proved++;
      const [old, now] = [compile(before), compile(after)];
      for (let count = 0; count < NEAR_MISSES; count++) {
        const request = inUniverse(draw(nearMiss, count % 2 === 0 ? after : before), options.principal);
        if (request === undefined || now.decide(request) !== 'Allow') continue;
        expect({ request, decision: old.decide(request) }).toEqual({ request, decision: 'Allow' });
      }
    }),
    200,
  );
  expect(proved).toBeGreaterThan(0);
});

test('22: every witness is decided as claimed, by evaluator and reference interpreter', () => {
  let refuted = 0;
  let replayable = 0;
  check(
    fc.property(versions, ({ before, after, options }) => {
      const verdict = checkNoNewAccess(before, after, options);
      if (verdict.verdict !== 'refuted') return;
      refuted++;
      const { request, before: old, after: now, scenario: replayed } = verdict.witness;
      const claimed = [old, now];
      expect([before, after].map((set) => compile(set).decide(request))).toEqual(claimed);
      expect([before, after].map((set) => interpret(set, request).decision)).toEqual(claimed);
      expect(claimed.map((decision) => decision === 'Allow')).toEqual([false, true]);
      // The scenario has all that the decision needs, in the form of a file.
      const [read] = readScenarios(printScenario(replayed)).scenarios;
      // Files are refused for mistakes that can be decided all the same: a trust policy with `Resource`, a short ARN in an SCP.
      if (read?.ok === false) return;
      replayable++;
      if (read?.asks !== 'action') throw new Error('the scenario is none of an action');
      expect(compile(read.scenario.policies).decide(read.scenario.request)).toBe(now);
    }),
    500,
  );
  expect(refuted).toBeGreaterThan(0);
  expect(replayable).toBeGreaterThan(refuted / 2);
});

/** Policies of a resource that are asked about for all callers. */
const resources: fc.Arbitrary<Pick<Versions, 'before' | 'after'>> = fc
  .tuple(scenario(), scenario(), fc.boolean())
  .filter(([one, other]) => isPlain(one) && isPlain(other))
  .map(([one, other, isLess]) => {
    const { resource, rcps, vpcEndpoint, flags } = setOf(one);
    const before: PolicySet = { resource, rcps, vpcEndpoint, flags };
    return { before, after: { ...before, resource: isLess ? [] : setOf(other).resource } };
  });

const ALLOW_ALL = policyOfAll();

function policyOfAll(): Policy {
  const Statement = { Effect: 'Allow', Action: '*', Resource: '*' };
  const result = policyFromValue({ Version: '2012-10-17', Statement });
  if (!result.ok) throw new Error('no policy');
  return result.policy;
}

/** What a caller may have of its own. */
const OWN: readonly Pick<PolicySet, 'identity' | 'session'>[] = [{ identity: [] }, { identity: [ALLOW_ALL] }];

/** Keys that hang on the caller and the owner; a request of the universe has those that are derived, and no others. */
const HANGING =
  /^(?:aws:(?:username|userid|resourceaccount|principal(?:service.*|arn|account|type|isawsservice))|kms:calleraccount)$/;
const OF_CREDENTIALS = /^aws:principal(?:org|tag)/;

function asItsCaller(request: Request): Request | undefined {
  const context = Object.fromEntries(
    Object.entries(request.context ?? {}).filter(([key]) => {
      const name = key.toLowerCase();
      return !HANGING.test(name) && !(request.principal === 'anonymous' && OF_CREDENTIALS.test(name));
    }),
  );
  return inUniverse({ ...request, context }, request.principal);
}

test('22: of all callers none contradicts a proof about policies of a resource, and every witness is one', () => {
  const counts = { proved: 0, refuted: 0, unknown: 0 };
  check(
    fc.property(resources, fc.gen(), ({ before, after }, draw) => {
      const options = { resourceAccount: ACCOUNT, budget: 400_000 };
      const verdict = checkNoNewAccess(before, after, options);
      counts[verdict.verdict]++;
      expect(reasonsOf(verdict)).not.toContain('witness-not-replayed');
      if (verdict.verdict === 'refuted') {
        const { request, before: old, after: now, own } = verdict.witness;
        const claimed = [old, now];
        const sets = [before, after].map((set) => ({ ...set, ...own }));
        expect(sets.map((set) => compile(set).decide(request))).toEqual(claimed);
        expect(sets.map((set) => interpret(set, request).decision)).toEqual(claimed);
        return;
      }
      if (verdict.verdict === 'unknown') return;
      const sides = OWN.map((own) => [before, after].map((set) => compile({ ...set, ...own })));
      for (let count = 0; count < NEAR_MISSES; count++) {
        const request = asItsCaller(draw(nearMiss, count % 2 === 0 ? after : before));
        if (request === undefined) continue;
        for (const [old, now] of sides) {
          if (now?.decide(request) === 'Allow')
            expect([request, old?.decide(request)]).toEqual([request, 'Allow']);
        }
      }
    }),
    80,
  );
  expect(counts.proved).toBeGreaterThan(0);
  expect(counts.refuted).toBeGreaterThan(0);
});

test('22: policies allow no more than themselves, and no more than those that allow no less', () => {
  check(
    fc.property(versions, versions, ({ before, after, options }, { after: third }) => {
      const last = { ...third, flags: before.flags };
      expect(checkNoNewAccess(before, before, options).verdict).not.toBe('refuted');
      const first = checkNoNewAccess(before, after, options).verdict;
      const second = checkNoNewAccess(after, last, options).verdict;
      if (first === 'proved' && second === 'proved') {
        expect(checkNoNewAccess(before, last, options).verdict).not.toBe('refuted');
      }
    }),
    200,
  );
});

test('22: no finding and nothing unknown is equivalence, a finding is a difference', () => {
  check(
    fc.property(versions, ({ before, after, options }) => {
      const { findings, reasons } = diff(before, after, options);
      const { verdict } = equivalent(before, after, options);
      if (findings.length > 0) expect(verdict).not.toBe('proved');
      else if (reasons.length === 0) expect(verdict).not.toBe('refuted');
    }),
    80,
  );
});

test('22: an Allow more takes nothing away, a Deny more and a layer more give nothing', () => {
  check(
    fc.property(versions, ({ before, after, options }) => {
      const policies = [...(before.identity ?? []), ...(after.identity ?? [])];
      const only = (effect: 'Allow' | 'Deny'): readonly Policy[] =>
        policies.map((policy) => ({
          ...policy,
          statements: policy.statements.filter((statement) => statement.effect === effect),
        }));
      const more = { ...before, identity: [...(before.identity ?? []), ...only('Allow')] };
      const less = { ...before, identity: [...(before.identity ?? []), ...only('Deny')] };
      expect(checkNoNewAccess(more, before, options).verdict).not.toBe('refuted');
      expect(checkNoNewAccess(before, less, options).verdict).not.toBe('refuted');
      const level = { ...before, scps: [...(before.scps ?? []), after.identity ?? []] };
      expect(checkNoNewAccess(before, level, options).verdict).not.toBe('refuted');
    }),
    250,
  );
});

test('22: the order of statements changes no answer, and a smaller budget makes none another', () => {
  check(
    fc.property(versions, fc.nat({ max: 2000 }), ({ before, after, options }, budget) => {
      const { verdict } = checkNoNewAccess(before, after, options);
      const turned = [before, after].map((set) => ({
        ...set,
        identity: (set.identity ?? []).map((policy) => ({
          ...policy,
          statements: policy.statements.toReversed(),
        })),
      }));
      const other = checkNoNewAccess(turned[0] ?? {}, turned[1] ?? {}, options).verdict;
      const less = checkNoNewAccess(before, after, { ...options, budget }).verdict;
      for (const each of [other, less])
        if (each !== 'unknown' && verdict !== 'unknown') expect(each).toBe(verdict);
    }),
    200,
  );
});
