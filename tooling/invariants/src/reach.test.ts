import { compile, type SettlementCode } from '@policywright/evaluator';
import { parseConditionOperator } from '@policywright/policy';
import { policySetOf, requestOf } from '@policywright/scenario';
import { nearMiss, policySet, scenario, type GeneratedScenario } from '@policywright/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

/** Why generated cases do not come to a settlement; `undefined` where they do. */
const SETTLEMENTS: Readonly<Record<SettlementCode, string | undefined>> = {
  'caller-identity': undefined,
  'session-token': undefined,
  'explicit-deny': undefined,
  'invalid-principal': 'generated requests are well formed',
  'invalid-action': 'generated requests are well formed',
  'rcp-silent': undefined,
  'scp-silent': undefined,
  'endpoint-silent': undefined,
  'anonymous-grant': undefined,
  'anonymous-silent': undefined,
  'service-grant': undefined,
  'service-silent': undefined,
  'identity-provider-grant': undefined,
  'identity-provider-silent': undefined,
  'canonical-user-grant': undefined,
  'canonical-user-silent': undefined,
  'root-implied': undefined,
  'root-session-silent': undefined,
  'root-grant': undefined,
  'root-silent': undefined,
  'partition-crossing': undefined,
  'cross-account-allow': undefined,
  'cross-account-resource-silent': undefined,
  'resource-grant': undefined,
  'resource-role-grant': undefined,
  'resource-user-grant': undefined,
  'identity-allow': undefined,
  'key-policy-silent': undefined,
  'trust-policy-silent': undefined,
  'identity-silent': undefined,
  'boundary-silent': undefined,
  'session-silent': undefined,
  'federated-without-session': undefined,
  'public-access-blocked': undefined,
  'reserved-entity': undefined,
  'root-assumes-no-role': undefined,
  'unsigned-refused': undefined,
  'identity-provider-refused': undefined,
  'cross-account-refused': undefined,
  'session-allow': undefined,
  'kms-grant': undefined,
  'key-policy-unknown': undefined,
  'trust-policy-unknown': undefined,
  'credentials-refused': undefined,
  'assume-root-refused': undefined,
  'underlying-unknown': 'a scenario names every resource that it has a policy of',
};

/** How often, among 40,000 requests, the rarest settlement must be come to. */
const OFTEN = 4;

test('generated cases come to every settlement, so that two interpreters that agree on them agree on each', () => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 10; seed++) {
    for (const [index, given] of fc.sample(scenario(), { seed, numRuns: 200 }).entries()) {
      const policies = policySetOf(given.policies, given.flags, requestOf(given));
      const authorizer = compile(policies);
      for (const request of fc.sample(nearMiss(policies), { seed: index, numRuns: 20 })) {
        const { code } = authorizer.explain(request);
        counts.set(code, (counts.get(code) ?? 0) + 1);
      }
    }
  }
  const rare = Object.entries(SETTLEMENTS).filter(
    ([code, why]) => why === undefined && (counts.get(code) ?? 0) < OFTEN,
  );
  expect(rare.map(([code]) => `${code}: ${String(counts.get(code) ?? 0)}`)).toEqual([]);
}, 240_000);

/** How often, among 16,000 requests, a condition of each family must come out undecided for each reason. */
const UNDECIDED_REASONS: Readonly<Record<string, readonly string[]>> = {
  'malformed-policy-value': ['Numeric', 'Date', 'Bool', 'Binary', 'IpAddress', 'NotIp', 'Arn', 'Null'],
  'malformed-request-value': ['Numeric', 'Date', 'Bool', 'Binary', 'IpAddress', 'NotIp', 'Arn'],
  'ambiguous-date': ['Date'],
  'lone-star-arn': ['Arn'],
  'empty-string': ['Null'],
  'any-value-if-exists': ['String'],
  'multivalued-without-set-operator': ['String'],
};
const OFTEN_UNDECIDED = 5;

test('generated cases come to every reason for which a condition cannot be told, in every family', () => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 8; seed++) {
    for (const documents of fc.sample(policySet(), { seed, numRuns: 200 })) {
      const policies = policySetOf(documents, {});
      const authorizer = compile(policies);
      for (const request of fc.sample(nearMiss(policies), { seed, numRuns: 10 })) {
        const { layers } = authorizer.explain(request);
        const outcomes = layers.flatMap(({ statements }) =>
          statements.flatMap(({ conditions }) => conditions.filter(({ result }) => result === 'undecided')),
        );
        for (const { operator, reason } of outcomes) {
          const name = parseConditionOperator(operator)?.name ?? '';
          const family = UNDECIDED_REASONS[reason]?.find((prefix) => name.startsWith(prefix));
          if (family === undefined) continue;
          counts.set(`${family} ${reason}`, (counts.get(`${family} ${reason}`) ?? 0) + 1);
        }
      }
    }
  }
  const rare = Object.entries(UNDECIDED_REASONS)
    .flatMap(([reason, families]) => families.map((family) => `${family} ${reason}`))
    .filter((place) => (counts.get(place) ?? 0) < OFTEN_UNDECIDED);
  expect(rare).toEqual([]);
}, 120_000);

/** What a generated case can have beside documents, and how often at least among 2,000. */
const PARTS: Readonly<Record<string, readonly [least: number, has: (given: GeneratedScenario) => boolean]>> =
  {
    'several resource policies': [
      50,
      ({ policies, underlying }) => isList(policies.resource) && underlying === undefined,
    ],
    'resources behind one another': [50, ({ underlying }) => (underlying ?? []).length > 0],
    'grants of a key': [50, ({ policies }) => (policies.grants ?? []).length > 0],
    'two flags': [50, ({ flags }) => Object.keys(flags ?? {}).length > 1],
    'an owner that the ARN does not say': [50, ({ resourceAccount }) => resourceAccount !== undefined],
  };

test.each(Object.entries(PARTS))('generated cases have %s often enough', (_, [least, has]) => {
  const having = fc.sample(scenario(), { seed: 1, numRuns: 2000 }).filter(has);
  expect(having.length).toBeGreaterThanOrEqual(least);
});

function isList(resource: GeneratedScenario['policies']['resource']): boolean {
  return Array.isArray(resource);
}
