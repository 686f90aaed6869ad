import { compileSet } from './compiledSet.ts';
import { Decider } from './decision/decider.ts';
import { explain } from './explanation/explain.ts';
import type { Explanation } from './explanation/explanation.ts';
import type { EvaluatorOptions } from './options.ts';
import { decidePartial } from './partial/decidePartial.ts';
import type { PartialDecision } from './partial/partialDecision.ts';
import type { Decision } from './request/decision.ts';
import type { PolicySet } from './request/policySet.ts';
import type { Request } from './request/request.ts';
import { compileUnderlying } from './underlying/compileUnderlying.ts';

/** Decides requests under one compiled policy set. */
export interface Authorizer {
  /** Decides one request. Never throws; what cannot be understood is not allowed. */
  readonly decide: (request: Request) => Decision;
  /** Decides one request and says why: the same decision, with its full trace. */
  readonly explain: (request: Request) => Explanation;
  /**
   * Decides a request of which some context keys are unknown: they may be absent or have any value.
   *
   * @param request - its context holds what is known.
   * @param unknown - names of the unknown keys; left out: every key that the context lacks.
   */
  readonly decidePartial: (request: Request, unknown?: readonly string[]) => PartialDecision;
}

/**
 * Compiles the policies that bear on the requests of one principal to one resource.
 *
 * @param policies - the parsed policies by layer.
 * @param options - readings of the questions that AWS's documentation leaves open.
 * @returns an authorizer; it keeps no more than a bounded memory of earlier requests.
 */
export function compile(policies: PolicySet, options: EvaluatorOptions = {}): Authorizer {
  const { underlying, ...front } = policies;
  const alone = compileAlone(front, options);
  // Made for the first request that goes through an access point.
  let through: Authorizer | undefined;
  const authorizerFor = (request: Request): Authorizer => {
    if (underlying === undefined && request.underlying === undefined) return alone;
    return (through ??= compileUnderlying({ front, underlying }, (set) => compileAlone(set, options)));
  };
  return {
    decide: (request) => authorizerFor(request).decide(request),
    explain: (request) => authorizerFor(request).explain(request),
    decidePartial: (request, unknown) => authorizerFor(request).decidePartial(request, unknown),
  };
}

/** Compiles the policies for requests that one resource policy decides. */
function compileAlone(policies: PolicySet, options: EvaluatorOptions): Authorizer {
  const set = compileSet(policies, options);
  // Made for the first request, so that compiling costs no more than it must.
  let decider: Decider | undefined;
  return {
    decide: (request) => (decider ??= new Decider(set)).settle(request).decision,
    explain: (request) => explain(set, (decider ??= new Decider(set)), request),
    decidePartial: (request, unknown) => decidePartial(set, request, unknown),
  };
}
