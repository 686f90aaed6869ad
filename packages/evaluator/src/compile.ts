import { compileSet, type SetOptions } from './compiledSet.ts';
import { Decider } from './decision/decider.ts';
import { explain } from './explanation/explain.ts';
import type { Explanation } from './explanation/explanation.ts';
import type { EvaluatorOptions } from './options.ts';
import { decidePartial } from './partial/decidePartial.ts';
import type { PartialDecision } from './partial/partialDecision.ts';
import type { Decision } from './request/decision.ts';
import type { PolicySet } from './request/policySet.ts';
import { isRequest, NO_REQUEST } from './request/isRequest.ts';
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
    return (through ??= compileUnderlying({ front, underlying }, (set, pointer) =>
      compileAlone(set, { ...options, resourcePointer: pointer }),
    ));
  };
  /** Whom to ask about no request instead of one that broke deciding off; what broke off a request is a fault. */
  const insteadOf = (request: unknown, error: unknown): Authorizer => {
    if (isRequest(request)) throw error;
    return alone;
  };
  return {
    decide: (request) => {
      try {
        return authorizerFor(request).decide(request);
      } catch (error) {
        return insteadOf(request, error).decide(NO_REQUEST);
      }
    },
    explain: (request) => {
      try {
        return authorizerFor(request).explain(request);
      } catch (error) {
        return insteadOf(request, error).explain(NO_REQUEST);
      }
    },
    decidePartial: (request, unknown) => {
      try {
        return authorizerFor(request).decidePartial(request, unknown);
      } catch (error) {
        return insteadOf(request, error).decidePartial(NO_REQUEST, unknown);
      }
    },
  };
}

/** Compiles the policies for requests that one resource policy decides. */
function compileAlone(policies: PolicySet, options: SetOptions): Authorizer {
  const set = compileSet(policies, options);
  // Made for the first request, so that compiling costs no more than it must.
  let decider: Decider | undefined;
  /** A decider that a request broke off may be half done, so that the next request is given another. */
  const deciding = (): Decider => {
    const taken = decider ?? new Decider(set);
    decider = undefined;
    return taken;
  };
  return {
    decide: (request) => {
      const taken = deciding();
      const { decision } = taken.settle(request);
      decider = taken;
      return decision;
    },
    explain: (request) => {
      const taken = deciding();
      const explanation = explain(set, taken, request);
      decider = taken;
      return explanation;
    },
    decidePartial: (request, unknown) => decidePartial(set, request, unknown),
  };
}
