import { compile, decideAll, type DecisionCube, type PartialDecision } from '@policywright/evaluator';
import { policySetOf, requestOf } from '@policywright/scenario';
import { context, scenario } from '@policywright/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from './check.ts';
import { sidesOf } from './sidesOf.ts';

type Given = ReturnType<typeof scenario> extends fc.Arbitrary<infer Scenario> ? Scenario : never;

/** What bounds say of the only request of a cube. */
function boundsOf(cube: DecisionCube): PartialDecision['answer'] {
  const [row] = decideAll(cube);
  if (row === undefined) throw new Error('a cube of one has a row');
  return row.answer(0);
}

test('bounds hold for every completion of the unknown keys, and partial decisions lie within them', () => {
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
      const { request, set, cube } = cubeOf(given, known);
      const bounds = boundsOf({ ...cube, unknown: hidden });
      answers.set(bounds, (answers.get(bounds) ?? 0) + 1);

      const authorizer = compile(set);
      const partial = authorizer.decidePartial({ ...request, context: known }, hidden).answer;
      if (bounds !== 'Depends') expect(partial).toBe(bounds);

      const folded = new Set(hidden.map((key) => key.toLowerCase()));
      const elsewhere = Object.entries(other).filter(([key]) => folded.has(key.toLowerCase()));
      for (const completion of [
        request.context ?? {},
        known,
        { ...known, ...Object.fromEntries(elsewhere) },
      ]) {
        const isAllowed = authorizer.decide({ ...request, context: completion }) === 'Allow';
        if (bounds !== 'Depends') expect(isAllowed).toBe(bounds === 'Allow');
      }
      // With nothing unknown the bounds meet in the decision.
      const met = boundsOf({ ...cube, unknown: [] });
      expect(met).toBe(authorizer.decide({ ...request, context: known }) === 'Allow' ? 'Allow' : 'Denied');
    }),
    250,
  );
  for (const answer of ['Allow', 'Denied', 'Depends'] as const)
    expect(answers.get(answer) ?? 0).toBeGreaterThan(0);
});

test('with every absent key unknown, bounds and partial decisions agree', () => {
  check(
    fc.property(scenario(), (given) => {
      const { request, set, cube } = cubeOf(given, given.context ?? {});
      const bounds = boundsOf({ ...cube, unknown: 'all' });
      const authorizer = compile(set);
      const partial = authorizer.decidePartial(request).answer;
      if (bounds !== 'Depends') expect(partial).toBe(bounds);
      const isAllowed = authorizer.decide(request) === 'Allow';
      if (bounds !== 'Depends') expect(isAllowed).toBe(bounds === 'Allow');
    }),
  );
});

/** The request of a scenario alone, as a cube and as one set of policies. */
function cubeOf(
  given: Given,
  known: DecisionCube['context'],
): Pick<ReturnType<typeof sidesOf>, 'set'> & {
  readonly request: ReturnType<typeof requestOf>;
  readonly cube: DecisionCube;
} {
  const request = requestOf(given);
  const { set, principal, resource, endpoint } = sidesOf(
    policySetOf(given.policies, given.flags, request),
    request,
  );
  const cube = {
    principals: [principal],
    actions: [request.action],
    resources: [resource],
    endpoint,
    context: known,
  };
  return { request, set, cube };
}
