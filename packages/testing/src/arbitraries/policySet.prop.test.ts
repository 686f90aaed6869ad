import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { policySet } from './policySet.ts';

test('every layer has policies in at least one generated set of twenty, and none in as many', () => {
  const sets = fc.sample(policySet(), { seed: 1, numRuns: 1000 });
  for (const layer of [
    'identity',
    'resource',
    'boundary',
    'session',
    'scps',
    'rcps',
    'vpcEndpoint',
  ] as const) {
    const filled = sets.filter((set) => {
      const policies = set[layer] ?? [];
      return !Array.isArray(policies) || policies.length > 0;
    }).length;
    expect([layer, filled >= 50 && filled <= 950]).toEqual([layer, true]);
  }
});
