import { mkdirSync, writeFileSync } from 'node:fs';
import { printScenario } from '@policywright/scenario';
import type { GeneratedScenario } from '@policywright/testing';
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { takeAsked } from './asked.ts';

const ASKED = process.env['POLICYWRIGHT_RUNS'];

/** Cases for each property: `POLICYWRIGHT_RUNS`, or 300. */
export const RUNS = Number(ASKED ?? 300);

/** Cases of the comparison with the reference interpreter: enough for the usual seed to come to every cell. */
export const DIFFERENTIAL_CASES = ASKED === undefined ? 20_000 : 20 * RUNS;

/** The seed where none is given. */
export const USUAL_SEED = 20_261_124;

/** The seed of every property: `POLICYWRIGHT_SEED`, or always the same; the nightly run gives a fresh one. */
export const SEED = Number(process.env['POLICYWRIGHT_SEED'] ?? USUAL_SEED);

/** Where counter-examples go, as scenario files. */
const FAILURES = new URL('../.cache/failures/', import.meta.url);

console.log(`invariants: POLICYWRIGHT_RUNS=${String(RUNS)} POLICYWRIGHT_SEED=${String(SEED)}`);

/**
 * Checks a property.
 *
 * @param property - with the seed of all.
 * @param usual - cases where `POLICYWRIGHT_RUNS` is not given: fewer of a slow property, so that no time is a limit and
 *   every run comes to the same cases.
 */
export function check<Values extends [unknown, ...unknown[]]>(
  property: fc.IProperty<Values>,
  usual = RUNS,
): void {
  const failing = recordFailing(property);
  fc.assert(property, {
    numRuns: ASKED === undefined ? usual : RUNS,
    seed: SEED,
    reporter: (details) => {
      if (!details.failed) return;
      const files = saveScenarios([...(details.counterexample ?? []), ...failing()]);
      throw new Error([fc.defaultReportMessage(details), ...files].join('\n'), {
        cause: details.errorInstance,
      });
    },
  });
}

/** What the last run that failed asked about: shrinking ends at the counter-example that is reported. */
function recordFailing<Values>(property: fc.IProperty<Values>): () => readonly GeneratedScenario[] {
  let failing: readonly GeneratedScenario[] = [];
  const run = property.run.bind(property);
  property.run = (values) => {
    takeAsked();
    const failure = run(values);
    if (failure !== null && !fc.PreconditionFailure.isFailure(failure)) failing = takeAsked();
    return failure;
  };
  return () => failing;
}

function saveScenarios(values: readonly unknown[]): string[] {
  const { currentTestName = '' } = expect.getState();
  const name = currentTestName.replace(/[^0-9A-Za-z]+/g, '-').slice(0, 60);
  return values.filter(isScenario).map((scenario, index) => {
    mkdirSync(FAILURES, { recursive: true });
    const file = new URL(`${name}-seed-${String(SEED)}-${String(index)}.json`, FAILURES);
    writeFileSync(file, printScenario(scenario));
    return `replay with: policywright evaluate ${file.pathname}`;
  });
}

function isScenario(value: unknown): value is GeneratedScenario {
  return typeof value === 'object' && value !== null && 'policies' in value && 'principal' in value;
}
