import { TestedDocuments, type TestedDocument } from '../tested/testedDocuments.ts';
import type { CallRunner } from '../model/callRunner.ts';
import type { ScenarioFile } from '../model/scenario.ts';
import type { Mutant } from './_internals/mutant.ts';
import { mutantsOf } from './_internals/mutantsOf.ts';
import type { ExpandActions } from './_internals/samePatterns.ts';
import { ScenarioGroups } from './_internals/scenarioGroups.ts';
import type { MutationReport, SurvivingMutant } from './mutationReport.ts';

/** How to test by mutants. */
export interface MutationOptions {
  /**
   * `expandActions` of `@policywright/catalog`: then `ecs:RunTask*` is tried where it adds an action, and mutants
   * that cover the same real actions count as equivalent.
   */
  readonly expandActions?: ExpandActions | undefined;
  /** The most policy sets to compile; 20,000 unless given. */
  readonly limit?: number | undefined;
  /** What decides scenarios with `operation`, which are passed over without it. */
  readonly calls?: CallRunner | undefined;
}

/** A few seconds. */
const DEFAULT_LIMIT = 20_000;

/**
 * Tests scenarios by mistakes in their policies: drops each statement, list entry, condition and condition value,
 * widens the actions and resources of Allow statements, opens them to every principal, swaps `IfExists` and set
 * qualifiers, and reports what no scenario notices. A mistake that is proved to change nothing is not tried.
 *
 * Scenarios that fail anyway, that could not be read or that expect nothing do not count. A document is its text:
 * where several scenarios hold the same, the mistake is made in all of them.
 *
 * @param files - scenario files as read.
 * @param options - the catalog and the limit.
 * @returns the count and the survivors, in the order of the documents. Never throws.
 */
export function testMutants(files: readonly ScenarioFile[], options: MutationOptions = {}): MutationReport {
  const documents = new TestedDocuments(files, options.calls);
  const passing = documents.scenarios.filter(
    ({ policies, decide, expected }) => decide(policies) === expected,
  );
  const groups = new ScenarioGroups(passing, documents);
  const budget = { left: options.limit ?? DEFAULT_LIMIT };
  const counts = { total: 0, caught: 0, equivalent: 0, untried: 0 };
  const survivors: SurvivingMutant[] = [];
  for (const document of documents.all()) {
    for (const { mutant, policy } of mutantsOf(document, options.expandActions)) {
      const outcome = mutant.equivalent ? 'equivalent' : groups.try(document, policy, budget);
      if (outcome === 'equivalent' || outcome === 'untried') counts[outcome] += 1;
      else counts.total += 1;
      if (outcome === 'caught') counts.caught += 1;
      if (outcome === 'survived') survivors.push(survivor(document, mutant, groups.scenariosOf(document)));
    }
  }
  const percent = counts.total === 0 ? 100 : Math.floor((counts.caught * 100) / counts.total);
  return { ...counts, percent, survivors };
}

function survivor(document: TestedDocument, mutant: Mutant, scenarios: number): SurvivingMutant {
  const { kind, pointer, before, after } = mutant;
  return { ...document.place(pointer), kind, pointer, before, after, scenarios };
}
