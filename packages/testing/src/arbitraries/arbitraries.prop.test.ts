import { parseArn } from '@policywright/arn';
import { POLICY_TYPES, policyFromValue, type PolicyType } from '@policywright/policy';
import { policySetOf, printScenario, readScenarios, requestOf } from '@policywright/scenario';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interpret } from '../reference/index.ts';
import { arn } from './arn.ts';
import { nearMiss } from './nearMiss.ts';
import { pattern } from './pattern.ts';
import { policyDocument } from './policyDocument.ts';
import { request } from './request.ts';
import { scenario } from './scenario.ts';

describe('documents', () => {
  test.each(POLICY_TYPES)('a document of type %s is one', (type: PolicyType) => {
    fc.assert(
      fc.property(policyDocument({ type }), (document) => {
        const { diagnostics } = policyFromValue(document, { type });
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
    );
  });
});

test('an ARN has six parts', () => {
  fc.assert(fc.property(arn(), (text) => parseArn(text) !== undefined));
});

test('patterns with and without wildcards occur', () => {
  const patterns = fc.sample(pattern(), { seed: 1, numRuns: 200 });
  expect(patterns.some((text) => text.includes('*')) && patterns.some((text) => text.includes('?'))).toBe(
    true,
  );
  expect(patterns.some((text) => !/[*?]/.test(text))).toBe(true);
});

test('a scenario printed and read again is the same question', () => {
  fc.assert(
    fc.property(scenario(), (given) => {
      const [reading] = readScenarios(printScenario(given)).scenarios;
      expect(reading?.ok || reading?.diagnostics).toBe(true);
      if (!reading?.ok || reading.asks !== 'action') return;
      const direct = interpret(policySetOf(given.policies, given.flags, requestOf(given)), requestOf(given));
      expect(interpret(reading.scenario.policies, reading.scenario.request)).toEqual(direct);
    }),
    { numRuns: 500 },
  );
});

test('fast-check prints a scenario as its file', () => {
  const [given] = fc.sample(scenario(), { seed: 1, numRuns: 1 });
  expect(given && fc.stringify(given)).toBe(given && printScenario(given));
});

describe('shares of decisions', () => {
  const decisions = fc
    .sample(scenario(), { seed: 1, numRuns: 3000 })
    .map(
      (given) =>
        interpret(policySetOf(given.policies, given.flags, requestOf(given)), requestOf(given)).decision,
    );

  test.each(['Allow', 'ExplicitDeny', 'ImplicitDeny'])(
    'at least 15 %% of scenarios end in %s',
    (decision) => {
      expect(decisions.filter((other) => other === decision).length / decisions.length).toBeGreaterThan(0.15);
    },
  );
});

test('near misses meet statements more often than requests that know nothing of the policies', () => {
  const policies = policySetOf({
    identity: [
      {
        Version: '2012-10-17',
        Statement: { Effect: 'Allow', Action: 'glue:Get?o*', Resource: 'arn:aws:glue:::j/*' },
      },
    ],
    resource: null,
    boundary: [],
    session: [],
    scps: [],
    rcps: [],
  });
  const matched = (requests: fc.Arbitrary<Parameters<typeof interpret>[1]>): number =>
    fc
      .sample(requests, { seed: 1, numRuns: 500 })
      .filter((aimed) => interpret(policies, aimed).matched.length > 0).length;
  expect(matched(request())).toBe(0);
  expect(matched(nearMiss(policies))).toBeGreaterThan(200);
});
