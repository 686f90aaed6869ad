import { UNKNOWN_REASONS } from '@policywright/analyzer';
import { compile, type Explanation, type PolicySet } from '@policywright/evaluator';
import { renderExplanation } from '@policywright/evaluator/wording';
import { printScenario, requestOf, type ScenarioDocument } from '@policywright/scenario';
import * as fc from 'fast-check';
import { printedAsFile } from '../arbitraries/scenario.ts';
import { PolicyAssertionError } from '../matchers/policyAssertionError.ts';
import { documentsApart, documentsOf } from './_internals/documentsOf.ts';
import { GuardAim } from './_internals/guardAim.ts';
import { guardScope } from './_internals/guardScope.ts';
import { listOf } from './_internals/listOf.ts';
import type { GuardRail } from './guardRail.ts';
import { GuardRailUnproved } from './guardRailUnproved.ts';
import { guardRailProof, type GuardRailProof, type GuardRailProofOptions } from './guardRailProof.ts';

/** How often a property is tried unless its caller says. */
const RUNS = 2000;

/** Parameters of fast-check for one scenario. */
export type GuardRailParameters = fc.Parameters<[ScenarioDocument]>;

/** A request that policies allow although a guard rail says never, shrunk. */
export interface GuardRailBreach {
  readonly scenario: ScenarioDocument;
  /** The scenario as a file that `policywright test` runs: it fails until the policies are mended. */
  readonly file: string;
  readonly explanation: Explanation;
  /** What `check` takes to find the same again. */
  readonly replay: { readonly seed: number; readonly path: string };
}

/** The property that policies keep to a guard rail. */
export interface GuardRailProperty {
  /** For `fc.assert`, `fc.check` and the like. */
  readonly property: fc.IProperty<[ScenarioDocument]>;
  /** Looks for a breach among 2,000 requests, or `numRuns`; `undefined` where none was found. */
  readonly check: (parameters?: GuardRailParameters) => GuardRailBreach | undefined;
  /** The same, and throws a `PolicyAssertionError` for a breach, whose message holds the scenario file. */
  readonly assert: (parameters?: GuardRailParameters) => void;
  /**
   * Asks about all requests instead of some: a proof, or a breach, or why neither was found. Identity-based policies by
   * themselves are about resources that leave it to the account, and without a principal of any user that has them.
   */
  readonly prove: (options?: GuardRailProofOptions) => GuardRailProof;
  /**
   * The same, and throws a `PolicyAssertionError` for a breach, and a `GuardRailUnproved` where it was not found out or the
   * guard rail is about no request at all.
   */
  readonly assertProved: (options?: GuardRailProofOptions) => void;
}

/** What the property is made of. */
export interface GuardRailInput {
  readonly policies: PolicySet;
  readonly guard: GuardRail;
}

/** Makes the property that policies never allow what a guard rail names. */
export function guardRailProperty({ policies, guard }: GuardRailInput): GuardRailProperty {
  const { unless, forbids } = guardScope(guard);
  const { decide, explain } = compile(policies);
  const aim = new GuardAim({ policies, guard, unless });
  const documents = documentsOf(policies);
  const title = `never ${listOf(guard.action).join(', ')}`;
  const scenarios = aim.requests().map((request) =>
    printedAsFile({
      id: 'guard-rail',
      title,
      ...request,
      policies: documents,
      ...(policies.flags !== undefined && { flags: policies.flags }),
      expected: 'ImplicitDeny',
    }),
  );
  const keeps = (scenario: ScenarioDocument): boolean => {
    const request = requestOf(scenario);
    return decide(request) !== 'Allow' || !forbids(request);
  };
  const property = fc.property(scenarios, keeps);
  const check = (parameters: GuardRailParameters = {}): GuardRailBreach | undefined => {
    const details = fc.check(property, { numRuns: RUNS, ...parameters });
    const [scenario] = details.counterexample ?? [];
    if (scenario === undefined) return undefined;
    const replay = { seed: details.seed, path: details.counterexamplePath ?? '' };
    const file = printScenario({ ...scenario, policies: documentsApart(policies) });
    return { scenario, file, explanation: explain(requestOf(scenario)), replay };
  };
  const assert = (parameters?: GuardRailParameters): void => {
    const breach = check(parameters);
    if (breach !== undefined) throw failure(title, breach);
  };
  const proveIt = (options: GuardRailProofOptions = {}): GuardRailProof =>
    guardRailProof({ policies, guard }, options);
  const assertProved = (options?: GuardRailProofOptions): void => {
    const message = whyNotProved(title, proveIt(options));
    if (message !== undefined) throw message;
  };
  return { property, check, assert, prove: proveIt, assertProved };
}

function whyNotProved(
  title: string,
  proof: GuardRailProof,
): PolicyAssertionError | GuardRailUnproved | undefined {
  if (proof.outcome === 'refuted') return breachError(title, proof.breach, []);
  const { verdict, vacuous } = proof.answer;
  if (verdict.verdict === 'unknown') {
    const { reasons } = verdict;
    const words = reasons.map(({ code, about }) => `${UNKNOWN_REASONS[code]} (${about})`).join('; ');
    return new GuardRailUnproved(`guard rail "${title}" is not proved: ${words}`, reasons);
  }
  if (!vacuous) return undefined;
  return new GuardRailUnproved(`guard rail "${title}" is about no request at all, whatever policies say`, []);
}

function failure(title: string, breach: GuardRailBreach): PolicyAssertionError {
  const { seed, path } = breach.replay;
  return breachError(title, breach, [`found again with { seed: ${String(seed)}, path: '${path}' }`]);
}

function breachError(
  title: string,
  { file, explanation }: Pick<GuardRailBreach, 'file' | 'explanation'>,
  more: readonly string[],
): PolicyAssertionError {
  const found = `guard rail "${title}" does not hold: the policies allow ${explanation.request.action} on ${explanation.request.resource}`;
  const message = [
    found,
    renderExplanation(explanation),
    `as a scenario file:\n${file.trimEnd()}`,
    ...more,
  ].join('\n\n');
  return new PolicyAssertionError(message, { actual: 'Allow', expected: 'ImplicitDeny', explanation });
}
