import { hasGatewayEndpoints } from '@policywright/policy';
import type { CallerFacts, PrincipalMatcher } from '../principal/principalMatcher.ts';
import { GRADE, type Grades } from '../principal/grade.ts';
import type { PolicySetFlags } from '../request/policySet.ts';

/**
 * Whether a call that comes through an endpoint may come through a gateway endpoint (rule S33).
 *
 * @param service - prefix of the action, in lower case.
 * @param flags - may name the kind of the endpoint.
 */
export function throughGateway(service: string, { endpointType }: PolicySetFlags): boolean {
  return endpointType === undefined ? hasGatewayEndpoints(service) : endpointType === 'gateway';
}

/**
 * Whom an Allow statement in the policy of a gateway endpoint covers: everyone if it says so, or the root user
 * of an account that it names; other principals are for `aws:PrincipalArn` to tell (rule S33).
 *
 * Source: "Control access to VPC endpoints using endpoint policies", AWS PrivateLink, read 2026-11-29.
 *
 * @param principal - the statement's principal element.
 * @param facts - the caller.
 */
export function gatewayGrades(principal: PrincipalMatcher, facts: CallerFacts): Grades {
  const named = principal.namesEveryone || (facts.caller.kind === 'root' && !principal.negated);
  return named ? principal.grades(facts) : GRADE.none;
}
