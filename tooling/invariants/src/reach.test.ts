import { compile } from '@policywright/evaluator';
import { parseConditionOperator } from '@policywright/policy';
import { policySetOf } from '@policywright/scenario';
import { nearMiss, policySet, scenario, type GeneratedScenario } from '@policywright/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

/** How often, among 10,000 requests, a condition of each family must come out undecided for each reason. */
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
  for (let seed = 0; seed < 5; seed++) {
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
