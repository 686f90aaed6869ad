import { compileSet } from './compiledSet.ts';
import { Decider } from './decision/decider.ts';
import { explain } from './explanation/explain.ts';
import type { Explanation } from './explanation/explanation.ts';
import type { EvaluatorOptions } from './options.ts';
import type { Decision } from './request/decision.ts';
import type { PolicySet } from './request/policySet.ts';
import type { Request } from './request/request.ts';

/** Decides requests under one compiled policy set. */
export interface Authorizer {
  /** Decides one request. Never throws; what cannot be understood is not allowed. */
  decide(request: Request): Decision;
  /** Decides one request and says why: the same decision, with its full trace. */
  explain(request: Request): Explanation;
}

/**
 * Compiles the policies that bear on the requests of one principal to one resource.
 *
 * @param policies - the parsed policies by layer.
 * @param options - readings of the questions that AWS's documentation leaves open.
 * @returns an authorizer; it keeps no more than a bounded memory of earlier requests.
 */
export function compile(policies: PolicySet, options: EvaluatorOptions = {}): Authorizer {
  const set = compileSet(policies, options);
  const decider = new Decider(set);
  return {
    decide: (request) => decider.settle(request).decision,
    explain: (request) => explain(set, decider, request),
  };
}
