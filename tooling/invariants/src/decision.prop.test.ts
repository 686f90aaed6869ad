import type { Decision } from '@policywright/evaluator';
import {
  policySetOf,
  requestOf,
  type AnyPolicySetDocument,
  type PolicyDocument,
} from '@policywright/scenario';
import { policyDocument, scenario, type GeneratedScenario } from '@policywright/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, explain, NO_POLICIES } from './ask.ts';
import { check, DIFFERENTIAL_CASES, SEED, USUAL_SEED } from './check.ts';
import { compareInterpreters } from './compareInterpreters.ts';
import { runDifferential } from './differential.ts';
import { REACHABLE, UNREACHABLE } from './expectedReach.ts';
import { listOf, mapDocuments, mapLists } from './editPolicies.ts';
import { FULL_ACCESS, FULL_ACCESS_FOR_ALL } from './fullAccess.ts';
import { Chooser, rearrange } from './rearrange.ts';

const choices = fc.nat().map((seed) => new Chooser(seed));

/** S163, S173, S174, S208: what is allowed without any policy. */
function needsNoPolicy({ principal, action, policies }: GeneratedScenario): boolean {
  const exempt = ['sts:getcalleridentity', 'sts:getsessiontoken'].includes(action.toLowerCase());
  const hasGrants = (policies.grants ?? []).length > 0 && action.toLowerCase().startsWith('kms:');
  return exempt || hasGrants || (typeof principal === 'string' && principal.endsWith(':root'));
}

test('1: a Deny that applies denies, nothing that applies is no grant, and Allow names its statement', () => {
  check(
    fc.property(scenario(), (given) => {
      const { decision, layers, decisive } = explain(given);
      const applying = layers
        .filter(({ verdict }) => verdict !== 'notApplicable')
        .flatMap(({ statements }) => statements.filter((statement) => statement.applies));
      if (needsNoPolicy(given)) return;
      if (applying.some(({ effect }) => effect === 'Deny')) expect(decision).toBe('ExplicitDeny');
      else expect(decision).not.toBe('ExplicitDeny');
      if (applying.length === 0) expect(decision).toBe('ImplicitDeny');
      if (decision !== 'Allow') return;
      const named = applying.find(({ ref }) => ref === decisive?.ref);
      expect(named?.effect).toBe('Allow');
    }),
  );
});

test('2: order and repetition of statements, policies, members and items change nothing', () => {
  check(
    fc.property(scenario(), choices, (given, chooser) => {
      const documents = mapDocuments(
        given.policies,
        (document) => rearrange(document, chooser) as PolicyDocument,
      );
      const policies = mapLists(documents, (list) => chooser.shuffleAndRepeat(list));
      expect(decide({ ...given, policies })).toBe(decide(given));
    }),
  );
});

/** Adds the statements of a document to one that the policy set has. */
function addTo(
  policies: AnyPolicySetDocument,
  added: PolicyDocument,
  chooser: Chooser,
): AnyPolicySetDocument {
  const places: string[] = [];
  mapDocuments(policies, (document, layer) => {
    places.push(layer);
    return document;
  });
  const place = chooser.below(places.length);
  let index = -1;
  return mapDocuments(policies, (document, layer) => {
    index += 1;
    // An Allow would end the full access of an RCP level without any (S168).
    if (index !== place || layer === 'rcps') return document;
    return { ...document, Statement: [...listOf(document.Statement), ...listOf(added.Statement)] };
  });
}

function withEffect(document: PolicyDocument, Effect: 'Allow' | 'Deny'): PolicyDocument {
  return {
    ...document,
    Statement: listOf(document.Statement).map((statement) => ({ ...statement, Effect })),
  };
}

test('3: another Allow statement never denies', () => {
  const added = policyDocument({ type: 'resource' });
  check(
    fc.property(scenario(), added, choices, (given, document, chooser) => {
      // S195: an Allow for everyone makes a bucket's policy public, which then serves fewer.
      if (given.flags?.restrictPublicBuckets === true || decide(given) !== 'Allow') return;
      const policies = addTo(given.policies, withEffect(document, 'Allow'), chooser);
      expect(decide({ ...given, policies })).toBe('Allow');
    }),
  );
});

test('3: another Deny statement never allows', () => {
  const added = policyDocument({ type: 'resource' });
  check(
    fc.property(scenario(), added, choices, (given, document, chooser) => {
      if (decide(given) === 'Allow') return;
      const policies = addTo(given.policies, withEffect(document, 'Deny'), chooser);
      expect(decide({ ...given, policies })).not.toBe('Allow');
    }),
  );
});

/** The policy sets with one more layer, or level. S154: to a federated session a session policy gives rights. */
function withLayer(
  given: GeneratedScenario,
  document: PolicyDocument,
  forAll: PolicyDocument,
): AnyPolicySetDocument[] {
  const { policies, principal } = given;
  const federated = typeof principal === 'string' && principal.includes(':federated-user/');
  return [
    ...(policies.boundary.length === 0 ? [{ ...policies, boundary: [document] }] : []),
    ...(policies.session.length === 0 && !federated ? [{ ...policies, session: [document] }] : []),
    { ...policies, scps: [...policies.scps, [document]] },
    { ...policies, rcps: [...policies.rcps, [forAll]] },
    ...(listOf(policies.vpcEndpoint ?? []).length === 0 ? [{ ...policies, vpcEndpoint: [forAll] }] : []),
  ];
}

test('3: another layer never allows', () => {
  check(
    fc.property(
      scenario(),
      policyDocument(),
      policyDocument({ type: 'vpcEndpoint' }),
      (given, document, forAll) => {
        if (decide(given) === 'Allow') return;
        for (const policies of withLayer(given, document, forAll)) {
          expect(decide({ ...given, policies })).not.toBe('Allow');
        }
      },
    ),
  );
});

test('4: with identity policies alone, a boundary leaves what both allow', () => {
  check(
    fc.property(scenario(), policyDocument(), policyDocument(), (given, identity, boundary) => {
      if (given.principal !== 'arn:aws:iam::111122223333:user/alice' || needsNoPolicy(given)) return;
      const { flags: _, ...request } = given;
      const ask = (policies: Partial<AnyPolicySetDocument>): Decision =>
        decide({ ...request, policies: { ...NO_POLICIES, ...policies } });
      const both = ask({ identity: [identity] }) === 'Allow' && ask({ identity: [boundary] }) === 'Allow';
      expect(ask({ identity: [identity], boundary: [boundary] }) === 'Allow').toBe(both);
    }),
  );
});

test('4: a layer that allows everything is neutral', () => {
  check(
    fc.property(scenario(), (given) => {
      // S143: any boundary undoes the exemptions of NotPrincipal.
      if (JSON.stringify(given.policies).includes('NotPrincipal')) return;
      for (const policies of withLayer(given, FULL_ACCESS, FULL_ACCESS_FOR_ALL)) {
        expect(decide({ ...given, policies })).toBe(decide(given));
      }
    }),
  );
});

test('9: evaluator and reference interpreter agree', () => {
  check(
    fc.property(scenario(), (given) => {
      const { evaluator, reference } = compareInterpreters(
        policySetOf(given.policies, given.flags, requestOf(given)),
        requestOf(given),
      );
      expect(evaluator).toEqual(reference);
    }),
  );
});

/** Cases that are enough for each cell to be met whatever the seed; the usual one needs 20,000. */
const ENOUGH = 200_000;

test('9: they agree under every reading, and cases come to everything that they can come to', () => {
  const report = runDifferential({
    seed: SEED,
    cases: DIFFERENTIAL_CASES,
    onDifference: ({ evaluator, reference, reading }) =>
      expect({ reading, ...evaluator }).toEqual({ reading, ...reference }),
  });
  for (const count of Object.values(report.decisions)) expect(count / report.cases).toBeGreaterThan(0.15);
  const { reach } = report;
  expect(UNREACHABLE.filter(({ cell }) => reach.count(cell) > 0)).toEqual([]);
  const enough = SEED === USUAL_SEED ? 20_000 : ENOUGH;
  if (report.cases >= enough) expect(REACHABLE.filter((cell) => reach.count(cell) === 0)).toEqual([]);
}, 240_000);
