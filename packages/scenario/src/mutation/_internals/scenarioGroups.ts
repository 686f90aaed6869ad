import type { PolicySet } from '@policywright/evaluator';
import { printJson, type Policy } from '@policywright/policy';
import { mapPolicies, placedPolicies } from '../../policies/placedPolicies.ts';
import type { TestedScenario, TestedDocument, TestedDocuments } from '../../tested/testedDocuments.ts';
import { ActionFilter } from './actionFilter.ts';

/** How many policy sets may still be compiled. */
export interface Budget {
  left: number;
}

/** Scenarios that share their policies, so that each mutant is compiled once for all of them. */
interface Group {
  readonly policies: PolicySet;
  readonly scenarios: TestedScenario[];
}

/** Scenarios by the documents that they use. */
export class ScenarioGroups {
  readonly #documents: TestedDocuments;
  readonly #filter = new ActionFilter();
  readonly #groups = new Map<TestedDocument, Map<string, Group>>();

  /**
   * @param scenarios - those that pass.
   * @param documents - theirs.
   */
  constructor(scenarios: readonly TestedScenario[], documents: TestedDocuments) {
    this.#documents = documents;
    const numbers = new Map(documents.all().map((document, index) => [document, index]));
    for (const scenario of scenarios) {
      const placed = placedPolicies(scenario.policies).map(({ pointer, policy }) => {
        const document = documents.of(policy);
        // A policy that is given by name is no document, but makes a difference all the same.
        const name = document === undefined ? printJson(policy.root, 0) : String(numbers.get(document));
        return { document, name: `${pointer}=${name}` };
      });
      const key = `${placed.map(({ name }) => name).join()} ${shapeOf(scenario.policies)}`;
      for (const document of new Set(placed.map((place) => place.document)))
        if (document !== undefined) this.#add(document, key, scenario);
    }
  }

  /** How many scenarios use a document. */
  scenariosOf(document: TestedDocument): number {
    const groups = [...(this.#groups.get(document)?.values() ?? [])];
    return groups.reduce((sum, { scenarios }) => sum + scenarios.length, 0);
  }

  /** Puts a mutant in the place of a document, and looks for a scenario that then decides otherwise. */
  try(document: TestedDocument, mutant: Policy, budget: Budget): 'caught' | 'survived' | 'untried' {
    for (const group of this.#groups.get(document)?.values() ?? []) {
      const { policies } = group;
      // S195: whether a policy is public depends on all of its statements.
      const isJudgedWhole = policies.flags?.restrictPublicBuckets === true;
      const scenarios = group.scenarios.filter(
        ({ requests, isWhole }) =>
          isJudgedWhole ||
          !isWhole ||
          requests.some(({ request }) => this.#filter.mayDiffer(document.policy, mutant, request.action)),
      );
      if (scenarios.length === 0) continue;
      if (budget.left <= 0) return 'untried';
      budget.left -= 1;
      const mutated = mapPolicies(policies, (policy) =>
        this.#documents.of(policy) === document ? mutant : policy,
      );
      if (scenarios.some(({ decide, expected }) => decide(mutated) !== expected)) return 'caught';
    }
    return 'survived';
  }

  #add(document: TestedDocument, key: string, scenario: TestedScenario): void {
    const groups = this.#groups.get(document) ?? new Map<string, Group>();
    this.#groups.set(document, groups);
    const group = groups.get(key) ?? { policies: scenario.policies, scenarios: [] };
    groups.set(key, group);
    group.scenarios.push(scenario);
  }
}

/** What makes a difference besides the documents: levels and resources without any, grants, and flags. */
function shapeOf({ scps = [], rcps = [], underlying = [], grants = [], flags = {} }: PolicySet): string {
  return JSON.stringify([scps.length, rcps.length, underlying.length, grants, flags]);
}
