import type { Authorizer } from './authorizer.ts';
import { authorizerOver } from './authorizerOver.ts';
import { bothAbsent } from './context/absentKeys.ts';
import type { Explanation } from './explanation/explanation.ts';
import type { PartialDecision } from './partial/partialDecision.ts';
import type { Decision } from './request/decision.ts';
import type { Request } from './request/request.ts';
import type { EndpointSide } from './sides/endpointSide.ts';
import { compiledSidesOf, partsOf } from './sides/joinedParts.ts';
import type { PrincipalSide } from './sides/principalSide.ts';
import type { ResourceSide } from './sides/resourceSide.ts';

/** A request to sides that say whose it is and what it is about, unless it says so itself. */
export type SidedRequest = Omit<Request, 'principal' | 'resource'> &
  Partial<Pick<Request, 'principal' | 'resource'>>;

/** Decides the requests of one principal to one resource. */
export interface SidedAuthorizer extends Authorizer {
  readonly decide: (request: SidedRequest) => Decision;
  readonly explain: (request: SidedRequest) => Explanation;
  readonly decidePartial: (request: SidedRequest, unknown?: readonly string[]) => PartialDecision;
}

/**
 * Joins the sides of a decision, so that of many principals and resources each is compiled once. It decides as
 * `compile` does with all their policies.
 *
 * @param principal - who asks.
 * @param resource - what is asked for.
 * @param endpoint - the VPC endpoint that calls go through, if its policies are to count.
 * @returns an authorizer; a request takes from the sides what it leaves out: principal, resource, its account, what lies
 * behind it, and keys of the context.
 */
export function authorize(
  principal: PrincipalSide,
  resource: ResourceSide,
  endpoint?: EndpointSide,
): SidedAuthorizer {
  const sides = compiledSidesOf({ principal, resource, endpoint });
  const { decide, explain, decidePartial } = authorizerOver(partsOf(sides), sides.resource.set);
  const completed = (request: SidedRequest): Request => {
    try {
      return complete(request, principal, resource);
    } catch {
      // What is no request is for the authorizer to refuse.
      return request as Request;
    }
  };
  return {
    decide: (request) => decide(completed(request)),
    explain: (request) => explain(completed(request)),
    decidePartial: (request, unknown) => decidePartial(completed(request), unknown),
  };
}

/** The request with what its sides say; itself where they say nothing more. */
function complete(
  request: SidedRequest,
  { policies: ofPrincipal }: PrincipalSide,
  { policies: ofResource }: ResourceSide,
): Request {
  const { context, resourceAccount, behind } = ofResource;
  const absent = bothAbsent(ofPrincipal.absent, ofResource.absent);
  const told = [ofPrincipal.context, context, resourceAccount, behind, absent];
  const saysMore = told.some((said) => said !== undefined);
  if (!saysMore && isComplete(request)) return request;
  return {
    ...request,
    principal: request.principal ?? ofPrincipal.principal,
    resource: request.resource ?? ofResource.resource,
    resourceAccount: request.resourceAccount ?? resourceAccount,
    underlying: request.underlying ?? behind,
    absent: bothAbsent(absent, request.absent),
    context: { ...ofPrincipal.context, ...context, ...request.context },
  };
}

function isComplete(request: SidedRequest): request is Request {
  return request.principal !== undefined && request.resource !== undefined;
}
