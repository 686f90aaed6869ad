import type { Authorizer } from './authorizer.ts';
import { joinSides, type SetParts } from './compiledSet.ts';
import { DecisionFlow } from './decision/decisionFlow.ts';
import { explain } from './explanation/explain.ts';
import { decidePartial } from './partial/decidePartial.ts';
import { partialTools, type PartialTools } from './partial/partialTools.ts';
import type { PolicySet } from './request/policySet.ts';
import { isRequest, NO_REQUEST } from './request/isRequest.ts';
import type { Request } from './request/request.ts';
import { compileResourceParts, type ResourceSet } from './sides/resourceParts.ts';
import { compileUnderlying } from './underlying/compileUnderlying.ts';

/**
 * Makes the authorizer of joined sides.
 *
 * @param parts - the sides.
 * @param resource - the resource's policies, from which what lies behind it is compiled when first asked for.
 */
export function authorizerOver(parts: SetParts, resource: ResourceSet): Authorizer {
  const { underlying } = resource;
  const alone = authorizerAlone(parts);
  // Made for the first request that goes through an access point.
  let through: Authorizer | undefined;
  const compileBehind = (policy: PolicySet['resource'], pointer: string): Authorizer => {
    const compiling = { keys: parts.principal.keys, evaluator: parts.options, pointer };
    const behind = compileResourceParts({ ...resource, resource: policy }, compiling);
    return authorizerAlone({ ...parts, resource: behind });
  };
  const authorizerFor = (request: Request): Authorizer => {
    if (underlying === undefined && request.underlying === undefined) return alone;
    return (through ??= compileUnderlying({ front: alone, underlying }, compileBehind));
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

/** The authorizer of requests that one resource policy decides. */
function authorizerAlone(parts: SetParts): Authorizer {
  const set = joinSides(parts);
  // Made for the first request, so that compiling costs no more than it must.
  let flow: DecisionFlow | undefined;
  let tools: PartialTools | undefined;
  /** A flow that a request broke off may be half done, so that the next request is given another. */
  const deciding = (): DecisionFlow => {
    const taken = flow ?? new DecisionFlow(set);
    flow = undefined;
    return taken;
  };
  return {
    decide: (request) => {
      const taken = deciding();
      const { decision } = taken.settle(request);
      flow = taken;
      return decision;
    },
    explain: (request) => {
      const taken = deciding();
      const explanation = explain(set, taken, request);
      flow = taken;
      return explanation;
    },
    decidePartial: (request, unknown) => decidePartial((tools ??= partialTools(set)), request, unknown),
  };
}
