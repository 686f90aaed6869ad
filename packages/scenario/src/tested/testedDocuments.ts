import { locate, printJson, type JsonNode, type Policy, type Statement } from '@policywright/policy';
import { createPositionFinder, type Position } from '@policywright/policy/positions';
import { isDefaultPolicy } from '../policies/defaultPolicyOfKey.ts';
import type { Scenario, ScenarioFile } from '../model/scenario.ts';
import { sourceOf } from '../references/policySource.ts';
import { placedPolicies } from '../policies/placedPolicies.ts';

type PositionFinder = (offset: number) => Position;

/** Where something stands in a scenario file; line and column from 1. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A scenario that expects a decision. */
export type ExpectingScenario = Scenario & { readonly expected: NonNullable<Scenario['expected']> };

/**
 * A policy document that scenarios use: the same text is the same document, wherever it stands. Policies that AWS
 * writes are none: default ones, and managed ones.
 */
export class TestedDocument {
  /** The first time that it occurs. */
  readonly policy: Policy;
  readonly scenarios: Set<ExpectingScenario> = new Set<ExpectingScenario>();
  readonly #file: string;
  readonly #positionOf: PositionFinder;

  constructor(policy: Policy, file: string, positionOf: PositionFinder) {
    this.policy = policy;
    this.#file = file;
    this.#positionOf = positionOf;
  }

  /** Where a part stands, by its pointer from the document's root. */
  place(pointer = ''): SourcePlace {
    const node: JsonNode = locate(this.policy.root, pointer) ?? this.policy.root;
    const { line, column } = this.#positionOf(node.start);
    return { file: this.#file, line, column };
  }

  /** Pointer of an entry of a list element, which may be written as a lone value. */
  entryPointer(statement: Statement, element: string, index: number): string {
    const pointer = `${statement.pointer}/${element}`;
    return locate(this.policy.root, pointer)?.kind === 'array' ? `${pointer}/${String(index)}` : pointer;
  }
}

/** The documents of scenarios. */
export class TestedDocuments {
  readonly #byText = new Map<string, TestedDocument>();
  readonly #byPolicy = new Map<Policy, TestedDocument>();
  readonly scenarios: readonly ExpectingScenario[];

  /** @param files - scenario files; what could not be read and what expects nothing is passed over. */
  constructor(files: readonly ScenarioFile[]) {
    const scenarios: ExpectingScenario[] = [];
    for (const { file, text, scenarios: readings } of files) {
      const positionOf = createPositionFinder(text);
      for (const reading of readings) {
        if (!reading.ok || !isExpecting(reading.scenario)) continue;
        scenarios.push(reading.scenario);
        this.#add(reading.scenario, file, positionOf);
      }
    }
    this.scenarios = scenarios;
  }

  /** In the order in which they first occur. */
  all(): readonly TestedDocument[] {
    return [...this.#byText.values()];
  }

  /** The document of a policy of one of the scenarios. */
  of(policy: Policy): TestedDocument | undefined {
    return this.#byPolicy.get(policy);
  }

  #add(scenario: ExpectingScenario, file: string, positionOf: PositionFinder): void {
    for (const { policy } of placedPolicies(scenario.policies)) {
      if (isDefaultPolicy(policy) || sourceOf(policy)?.isManaged === true) continue;
      const text = printJson(policy.root, 0);
      const document = this.#byText.get(text) ?? documentOf(policy, { file, positionOf });
      this.#byText.set(text, document);
      this.#byPolicy.set(policy, document);
      document.scenarios.add(scenario);
    }
  }
}

/** A document with where it stands: in the scenario file, or in one that the scenario refers to. */
function documentOf(
  policy: Policy,
  { file, positionOf }: { file: string; positionOf: PositionFinder },
): TestedDocument {
  const source = sourceOf(policy);
  if (source === undefined) return new TestedDocument(policy, file, positionOf);
  return new TestedDocument(policy, source.file, createPositionFinder(source.text));
}

function isExpecting(scenario: Scenario): scenario is ExpectingScenario {
  return scenario.expected !== undefined;
}
