import { prove, type AnalyzerOptions, type GuardRailAnswer, type Subject } from '@policywright/analyzer';
import { compile, type Explanation, type PolicySet } from '@policywright/evaluator';
import {
  printScenario,
  requestOf,
  type AnyPolicySetDocument,
  type ScenarioDocument,
} from '@policywright/scenario';
import { documentsApart } from './_internals/documentsOf.ts';
import { listOf } from './_internals/listOf.ts';
import type { GuardRail } from './guardRail.ts';

/** How a guard rail is proved: which requests there are, and how many steps the search may take. */
export type GuardRailProofOptions = Omit<AnalyzerOptions, 'principal'>;

/** Whether a guard rail holds for every request: a proof, a breach, or why neither was found. */
export type GuardRailProof =
  | { readonly outcome: 'proved'; readonly answer: GuardRailAnswer }
  | { readonly outcome: 'refuted'; readonly answer: GuardRailAnswer; readonly breach: ProvedBreach }
  | { readonly outcome: 'unknown'; readonly answer: GuardRailAnswer };

/** A request that policies allow although a guard rail says never, with no more context than it needs. */
export interface ProvedBreach {
  readonly scenario: ScenarioDocument<AnyPolicySetDocument>;
  /** The scenario as a file that `policywright test` runs: it fails until the policies are mended. */
  readonly file: string;
  readonly explanation: Explanation;
}

/** Proves that policies keep to a guard rail, or finds a breach. */
export function guardRailProof(
  { policies, guard }: { readonly policies: PolicySet; readonly guard: GuardRail },
  options: GuardRailProofOptions,
): GuardRailProof {
  const [answer] = prove([guard], subjectOf(policies), options);
  // INVARIANT: there is an answer for each guard rail.
  if (answer === undefined) throw new TypeError('a guard rail without an answer');
  const { verdict } = answer;
  if (verdict.verdict !== 'refuted') return { outcome: verdict.verdict, answer };
  const { id: _, policies: decided, ...request } = verdict.witness.scenario;
  const scenario = {
    ...request,
    id: 'guard-rail',
    title: `never ${listOf(guard.action).join(', ')}`,
    policies: { ...documentsApart(policies), resource: decided.resource },
    expected: 'ImplicitDeny' as const,
  };
  const explanation = compile(policies).explain(requestOf(scenario));
  return { outcome: 'refuted', answer, breach: { scenario, file: printScenario(scenario), explanation } };
}

/** Identity-based policies by themselves are about resources that leave it to the account. */
function subjectOf(set: PolicySet): Subject {
  const others = Object.entries(set).filter(([layer, own]) => layer !== 'identity' && !isEmpty(own));
  return others.length === 0 ? (set.identity ?? []) : set;
}

function isEmpty(layer: unknown): boolean {
  return layer === undefined || layer === null || (Array.isArray(layer) && layer.length === 0);
}
