import type { RequestContext } from '@policywright/conditions';
import type { EvaluatorOptions, Principal } from '@policywright/evaluator';
import type { Universe } from '../universe/universe.ts';

/** Options of every question. */
export interface AnalyzerOptions {
  /** Which requests there are; `LANGUAGE` if left out. */
  readonly universe?: Universe | undefined;
  /** The readings of what AWS leaves open, the same for all policies. */
  readonly evaluator?: EvaluatorOptions | undefined;
  /** The most steps that a search may take; 2,000,000 if left out, at most a few seconds. They do not depend on the machine. */
  readonly budget?: number | undefined;
  /** Who asks; left out, it is any user that has the policies, in the account of the resources. */
  readonly principal?: Principal | undefined;
  /** The account that owns the resources, where the principal is given; left out, their ARNs tell. */
  readonly resourceAccount?: string | undefined;
  /** Context keys that have these values in all requests. */
  readonly context?: RequestContext | undefined;
}

/** The steps that a search may take unless an option says otherwise. */
export const DEFAULT_BUDGET = 2_000_000;
