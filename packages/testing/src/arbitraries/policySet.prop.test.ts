import { POLICY_SET_FLAGS } from '@policywright/evaluator';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { policySet } from './policySet.ts';
import { policySetFlags } from './policySetFlags.ts';

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
    'grants',
  ] as const) {
    const filled = sets.filter((set) => {
      const policies = set[layer] ?? [];
      return !Array.isArray(policies) || policies.length > 0;
    }).length;
    expect([layer, filled >= 50 && filled <= 950]).toEqual([layer, true]);
  }
});

test('every flag is set in at least one of a hundred sets, with every word that it may be', () => {
  const sets = fc.sample(policySetFlags(), { seed: 1, numRuns: 2000 });
  for (const [name, { words }] of Object.entries(POLICY_SET_FLAGS)) {
    for (const value of words.length === 0 ? [true] : words) {
      const having = sets.filter((flags) =>
        Object.entries({ ...flags }).some(([key, given]) => key === name && given === value),
      );
      expect([name, value, having.length >= 20]).toEqual([name, value, true]);
    }
  }
});
