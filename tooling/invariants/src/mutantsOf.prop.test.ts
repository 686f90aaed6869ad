import { compile, type Authorizer } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';
import { policyOf } from '@policywright/scenario';
import { nearMiss, policyDocument } from '@policywright/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
// What is tried here never leaves the package, which itself may not know the arbitraries.
import { ActionFilter } from '../../../packages/scenario/src/mutation/_internals/actionFilter.ts';
import { mutantsOf } from '../../../packages/scenario/src/mutation/_internals/mutantsOf.ts';
import { TestedDocument } from '../../../packages/scenario/src/tested/testedDocuments.ts';
import { createPositionFinder } from '@policywright/policy/positions';

const FULL_ACCESS = policyOf({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
});
const expandNothing = (): readonly string[] => [];

test('equivalent mutants decide as the policy does', () => {
  let tried = 0;
  const documents = policyDocument().map(policyOf);
  const cases = documents.chain((policy) =>
    fc.tuple(
      fc.constant(policy),
      fc.array(nearMiss({ identity: [policy] }), { minLength: 20, maxLength: 20 }),
    ),
  );
  fc.assert(
    fc.property(cases, ([policy, requests]) => {
      const { decide } = compile({ identity: [policy] });
      const document = new TestedDocument(policy, '-', createPositionFinder(''));
      for (const { mutant, policy: mutated } of mutantsOf(document, expandNothing)) {
        if (!mutant.equivalent) continue;
        tried += 1;
        const other = compile({ identity: [mutated] });
        const differing = requests.filter((request) => other.decide(request) !== decide(request));
        if (differing.length > 0) throw new Error(`${mutant.kind} ${mutant.before} changes a decision`);
      }
    }),
    { numRuns: 500 },
  );
  expect(tried).toBeGreaterThan(100);
});

test('S168: a mutant decides otherwise only about actions that the filter lets through', () => {
  const types = fc.constantFrom('identity' as const, 'rcp' as const);
  const cases = types
    .chain((type) => fc.tuple(fc.constant(type), policyDocument({ type }).map(policyOf)))
    .chain(([type, policy]) => {
      const set = type === 'rcp' ? { identity: [FULL_ACCESS], rcps: [[policy]] } : { identity: [policy] };
      return fc.tuple(fc.constant(type), fc.constant(policy), fc.array(nearMiss(set), { minLength: 10 }));
    });
  fc.assert(
    fc.property(cases, ([type, policy, requests]) => {
      const compiled = (one: Policy): Authorizer =>
        compile(type === 'rcp' ? { identity: [FULL_ACCESS], rcps: [[one]] } : { identity: [one] });
      const { decide } = compiled(policy);
      const filter = new ActionFilter();
      const document = new TestedDocument(policy, '-', createPositionFinder(''));
      for (const { mutant, policy: mutated } of mutantsOf(document, undefined)) {
        const passed = requests.filter(({ action }) => !filter.mayDiffer(policy, mutated, action));
        const other = compiled(mutated);
        const differing = passed.filter((request) => other.decide(request) !== decide(request));
        if (differing.length > 0) throw new Error(`${mutant.kind} ${mutant.before} was passed over`);
      }
    }),
    { numRuns: 250 },
  );
});

test('every mutant differs from the policy, at a place of its document', () => {
  fc.assert(
    fc.property(policyDocument({ type: 'resource' }).map(policyOf), (policy) => {
      const document = new TestedDocument(policy, '-', createPositionFinder(''));
      for (const { mutant, policy: mutated } of mutantsOf(document, undefined)) {
        expect(mutated.statements).not.toEqual(policy.statements);
        expect(mutant.pointer).toMatch(/^\/Statement/);
        expect(mutant.before).not.toBe(mutant.after);
      }
    }),
  );
});
