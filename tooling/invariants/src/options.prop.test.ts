import { CONDITION_OPTIONS } from '@policywright/conditions';
import { compile, type EvaluatorOptions } from '@policywright/evaluator';
import { policySetOf } from '@policywright/scenario';
import { conditionBlock, nearMiss, policySet } from '@policywright/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_POLICIES } from './ask.ts';
import { check } from './check.ts';
import { CONDITION_READINGS, EVALUATOR_READINGS } from './readings.ts';

/** Readings that allow no less than the default. */
const READINGS = [...CONDITION_READINGS, ...EVALUATOR_READINGS];

const STATEMENT = { Action: '*', Resource: '*' } as const;

/** An Allow and a Deny that hang on nothing but their conditions. */
const conditionSets = fc.tuple(conditionBlock(), fc.option(conditionBlock())).map(([allows, denies]) => {
  const statements = [
    { Effect: 'Allow' as const, ...STATEMENT, Condition: allows },
    ...(denies === null ? [] : [{ Effect: 'Deny' as const, ...STATEMENT, Condition: denies }]),
  ];
  return { ...NO_POLICIES, identity: [{ Version: '2012-10-17' as const, Statement: statements }] };
});

const policies = fc
  .oneof({ arbitrary: policySet(), weight: 1 }, { arbitrary: conditionSets, weight: 3 })
  .map((documents) => policySetOf(documents, {}));
const cases = policies.chain((set) =>
  fc.tuple(fc.constant(set), fc.array(nearMiss(set), { minLength: 10, maxLength: 10 })),
);

test('23: no listed reading of an option denies what the default allows', () => {
  check(
    fc.property(cases, ([set, requests]) => {
      const { decide } = compile(set);
      const allowed = requests.filter((request) => decide(request) === 'Allow');
      if (allowed.length === 0) return;
      for (const { name, options } of READINGS) {
        const other = compile(set, options);
        for (const request of allowed) expect([name, other.decide(request)]).toEqual([name, 'Allow']);
      }
    }),
    300,
  );
});

test('23: nor do several together', () => {
  const chosen = fc.record(
    Object.fromEntries(CONDITION_OPTIONS.map(({ name, values }) => [name, fc.constantFrom(...values)])),
    { requiredKeys: [] },
  );
  check(
    fc.property(cases, chosen, ([set, requests], conditions) => {
      const { decide } = compile(set);
      const other = compile(set, { conditions });
      for (const request of requests)
        if (decide(request) === 'Allow') expect(other.decide(request)).toBe('Allow');
    }),
    500,
  );
});

test('23: every reading but the default changes the outcome of a condition in some case', () => {
  const silent = new Set(CONDITION_READINGS.map(({ name }) => name));
  for (const { name, values } of CONDITION_OPTIONS) silent.delete(`${name}: ${values[0] ?? ''}`);
  for (let seed = 0; silent.size > 0 && seed < 40; seed++) {
    for (const [set, requests] of fc.sample(cases, { seed, numRuns: 100 })) {
      const outcomes = (chosen: EvaluatorOptions): string => {
        const { explain } = compile(set, chosen);
        return requests
          .flatMap((request) => explain(request).layers)
          .flatMap(({ statements }) => statements)
          .flatMap(({ conditions }) => conditions.map(({ result }) => result))
          .join('');
      };
      const usual = outcomes({});
      for (const { name, options } of CONDITION_READINGS.filter((reading) => silent.has(reading.name)))
        if (usual !== outcomes(options)) silent.delete(name);
    }
  }
  expect([...silent]).toEqual([]);
}, 120_000);
