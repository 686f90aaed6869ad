import { compile, type Authorizer, type PolicySet } from '@policywright/evaluator';
import { locate, printJson, type JsonNode, type Policy, type Statement } from '@policywright/policy';
import { createPositionFinder, type Position } from '@policywright/policy/positions';
import { isDefaultPolicy } from '../policies/defaultPolicyOfKey.ts';
import type { CallRequest, CallRunner } from '../model/callRunner.ts';
import type { CallScenario, ScenarioOutcome } from '../model/callScenario.ts';
import type { Scenario, ScenarioFile, ScenarioReading } from '../model/scenario.ts';
import { sourceOf } from '../references/policySource.ts';
import { placedPolicies } from '../policies/placedPolicies.ts';

type PositionFinder = (offset: number) => Position;

/** Where something stands in a scenario file; line and column from 1. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A scenario that expects an outcome: of an action, or of a call. */
export interface TestedScenario {
  readonly policies: PolicySet;
  /** The requests that it is decided by, as far as they are known, each with its policies. */
  readonly requests: readonly CallRequest[];
  /** Whether the requests are all that it is decided by: those of a call may be for resources that are not known. */
  readonly isWhole: boolean;
  readonly expected: ScenarioOutcome;
  /** The outcome under other policies. */
  readonly decide: (policies: PolicySet) => ScenarioOutcome;
}

/**
 * A policy document that scenarios use: the same text is the same document, wherever it stands. Policies that AWS
 * writes are none: default ones, and managed ones.
 */
export class TestedDocument {
  /** The first time that it occurs. */
  readonly policy: Policy;
  readonly scenarios: Set<TestedScenario> = new Set<TestedScenario>();
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
  readonly scenarios: readonly TestedScenario[];

  /**
   * @param files - scenario files; what could not be read and what expects nothing is passed over.
   * @param calls - what decides scenarios with `operation`, which are passed over without it.
   */
  constructor(files: readonly ScenarioFile[], calls: CallRunner | undefined) {
    const scenarios: TestedScenario[] = [];
    for (const { file, text, scenarios: readings } of files) {
      const positionOf = createPositionFinder(text);
      for (const reading of readings) {
        const scenario = testedScenario(reading, calls);
        if (scenario === undefined) continue;
        scenarios.push(scenario);
        this.#add(scenario, file, positionOf);
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

  #add(scenario: TestedScenario, file: string, positionOf: PositionFinder): void {
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

function testedScenario(reading: ScenarioReading, calls: CallRunner | undefined): TestedScenario | undefined {
  if (!reading.ok) return undefined;
  return reading.asks === 'action' ? testedAction(reading.scenario) : testedCall(reading.scenario, calls);
}

function testedAction({ policies, request, expected }: Scenario): TestedScenario | undefined {
  if (expected === undefined) return undefined;
  const decide = (other: PolicySet): ScenarioOutcome => compiledOnce(other).decide(request);
  return { policies, requests: [{ request, policies }], isWhole: true, expected, decide };
}

function testedCall(scenario: CallScenario, calls: CallRunner | undefined): TestedScenario | undefined {
  const { policies, expected } = scenario;
  if (expected === undefined || calls === undefined) return undefined;
  const decide = (other: PolicySet): ScenarioOutcome => calls.decide({ ...scenario, policies: other });
  return { policies, requests: calls.requests(scenario), isWhole: false, expected, decide };
}

const compiled = new WeakMap<PolicySet, Authorizer>();

/** Many scenarios share their policies, and each mutant of them. */
function compiledOnce(policies: PolicySet): Authorizer {
  let authorizer = compiled.get(policies);
  if (authorizer === undefined) compiled.set(policies, (authorizer = compile(policies)));
  return authorizer;
}
