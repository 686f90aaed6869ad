import type { RequestContext } from '@policywright/conditions';
import type { EvaluatorOptions, Principal } from '@policywright/evaluator';
import type { CompiledStatement } from '@policywright/evaluator/engine';
import type { Candidate } from '../callers/candidates.ts';
import type { Condition } from '@policywright/policy';
import type { Universe } from '../universe/universe.ts';

/** Options of every question. */
export interface AnalyzerOptions {
  /** Which requests there are; `LANGUAGE` if left out. */
  readonly universe?: Universe | undefined;
  /** The readings of what AWS leaves open, the same for all policies. */
  readonly evaluator?: EvaluatorOptions | undefined;
  /** The most steps that a search may take; 8,000,000 if left out, at most a few seconds. They do not depend on the machine. */
  readonly budget?: number | undefined;
  /**
   * Who asks. Left out, identity-based policies by themselves are asked about for any user that has them, in the account of
   * the resources, and policy sets for every caller that they tell apart.
   */
  readonly principal?: Principal | undefined;
  /** The account that owns the resources; left out, ARNs tell, and where they do not, it may be any. */
  readonly resourceAccount?: string | undefined;
  /**
   * What the caller's own policies say where a set has no identity-based ones: `any` asks for all that they may say, `none`
   * takes it that there are none. `none` if left out where the caller is given, and `any` where it is not.
   */
  readonly ownPolicies?: 'any' | 'none' | undefined;
  /** Context keys that have these values in all requests. */
  readonly context?: RequestContext | undefined;
}

/** Options of a question that is about some callers only. */
export interface AskOptions extends AnalyzerOptions {
  readonly callers?: CallersMeant | undefined;
}

/** Which callers are meant, where none is given. */
export interface CallersMeant {
  /** Whether a caller counts, given whose the resource is. */
  readonly admits: (candidate: Candidate, resourceAccount: string) => boolean;
  /** Conditions that hold where a key has a value that none of them has. */
  readonly excluded: (statements: readonly CompiledStatement[]) => readonly Condition[];
}

/** The steps that a search may take unless an option says otherwise. */
export const DEFAULT_BUDGET = 8_000_000;
