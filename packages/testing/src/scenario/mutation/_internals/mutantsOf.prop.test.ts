import { compile } from '@policywright/evaluator';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearMiss } from '../../../arbitraries/nearMiss.ts';
import { policyDocument } from '../../../arbitraries/policyDocument.ts';
import { policyOf } from '../../../documents/policySetOf.ts';
import { LineIndex } from '../../_internals/lineIndex.ts';
import { TestedDocument } from '../../_internals/testedDocuments.ts';
import { mutantsOf } from './mutantsOf.ts';

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
      const document = new TestedDocument(policy, '-', new LineIndex(''));
      for (const { mutant, policy: mutated } of mutantsOf(document, expandNothing)) {
        if (!mutant.equivalent) continue;
        tried += 1;
        const other = compile({ identity: [mutated] });
        const differing = requests.filter((request) => other.decide(request) !== decide(request));
        if (differing.length > 0) throw new Error(`${mutant.kind} ${mutant.before} changes a decision`);
      }
    }),
    { numRuns: 1000 },
  );
  expect(tried).toBeGreaterThan(100);
});

test('every mutant differs from the policy, at a place of its document', () => {
  fc.assert(
    fc.property(policyDocument({ type: 'resource' }).map(policyOf), (policy) => {
      const document = new TestedDocument(policy, '-', new LineIndex(''));
      for (const { mutant, policy: mutated } of mutantsOf(document, undefined)) {
        expect(mutated.statements).not.toEqual(policy.statements);
        expect(mutant.pointer).toMatch(/^\/Statement/);
        expect(mutant.before).not.toBe(mutant.after);
      }
    }),
  );
});
