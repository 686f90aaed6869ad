import { compile, type PartialDecision } from '@policywright/evaluator';
import { policySetOf, requestOf } from '@policywright/scenario';
import { context, scenario } from '@policywright/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from './check.ts';

test('a partial decision holds for every completion of the unknown keys', () => {
  const answers = new Map<PartialDecision['answer'], number>();
  check(
    fc.property(scenario(), context(), fc.nat(), (given, other, mask) => {
      const keys = Object.keys(given.context ?? {});
      // A key given twice is unreadable (S74), which no completion of an unknown key is.
      fc.pre(new Set(keys.map((key) => key.toLowerCase())).size === keys.length);
      const hidden = keys.filter((_, index) => ((mask >> (index % 30)) & 1) === 1);
      const known = Object.fromEntries(
        Object.entries(given.context ?? {}).filter(([key]) => !hidden.includes(key)),
      );
      const authorizer = compile(policySetOf(given.policies, given.flags, requestOf(given)));
      const request = requestOf(given);
      const partial = authorizer.decidePartial({ ...request, context: known }, hidden);
      answers.set(partial.answer, (answers.get(partial.answer) ?? 0) + 1);

      const folded = new Set(hidden.map((key) => key.toLowerCase()));
      const elsewhere = Object.entries(other).filter(([key]) => folded.has(key.toLowerCase()));
      for (const completion of [
        request.context ?? {},
        known,
        { ...known, ...Object.fromEntries(elsewhere) },
      ]) {
        const decision = authorizer.decide({ ...request, context: completion });
        expect(partial.possible).toContain(decision);
        if (partial.answer !== 'Depends') expect(decision === 'Allow').toBe(partial.answer === 'Allow');
      }
      for (const key of partial.dependsOn) expect([...folded]).toContain(key.toLowerCase());
    }),
  );
  for (const answer of ['Allow', 'Denied', 'Depends'] as const)
    expect(answers.get(answer) ?? 0).toBeGreaterThan(0);
});

test('with every absent key unknown, the answer covers what is decided without them', () => {
  check(
    fc.property(scenario(), (given) => {
      const authorizer = compile(policySetOf(given.policies, given.flags, requestOf(given)));
      const request = requestOf(given);
      expect(authorizer.decidePartial(request).possible).toContain(authorizer.decide(request));
    }),
  );
});
