import type { AccessDenied, Request } from '@policywright/evaluator';
import type { Scenario } from '@policywright/scenario';
import { isOfService, refusedRequest } from './refusedRequest.ts';

/**
 * A scenario whose request is the one that AWS refused. What the message does not tell stays as it is.
 *
 * @param scenario - not changed.
 * @param denied - the message, read.
 * @returns the scenario, without what it expects: that was said of its own request.
 */
export function withRefusedRequest(scenario: Scenario, denied: AccessDenied): Scenario {
  const refused = refusedRequest(denied);
  const principal = refused.principal ?? scenario.request.principal;
  const action = refused.action ?? scenario.request.action;
  const request: Request = {
    ...scenario.request,
    principal,
    action,
    resource: resourceOf(scenario.request, { principal, action, resource: refused.resource }),
    context: merged(scenario.request.context, refused.context),
  };
  return { ...scenario, title: undefined, expected: undefined, request };
}

type Refused = Pick<Request, 'principal' | 'action'> & { readonly resource: string | undefined };

function resourceOf(given: Request, { principal, action, resource }: Refused): string {
  if (resource !== undefined) return unmasked(resource, { ...given, principal });
  // The resource of another action, if of another service, would mislead.
  const same = given.action.toLowerCase() === action.toLowerCase();
  return same || isOfService(given.resource, action) ? given.resource : '*';
}

/** Some services show only the last digits of the account; whose it may be stands in the scenario. */
function unmasked(resource: string, { principal, resource: given, resourceAccount }: Request): string {
  const parts = resource.split(':');
  const digits = /^\*+(\d+)$/.exec(parts[4] ?? '')?.[1];
  if (digits === undefined) return resource;
  const ofPrincipal = typeof principal === 'string' ? principal.split(':')[4] : undefined;
  const account = [resourceAccount, given.split(':')[4], ofPrincipal].find(
    (candidate) => /^\d{12}$/.test(candidate ?? '') && candidate?.endsWith(digits) === true,
  );
  return account === undefined ? resource : parts.with(4, account).join(':');
}

/** The names of context keys have no letter case: a key of the message replaces that of the scenario. */
function merged(given: Request['context'], told: Request['context']): Request['context'] {
  if (told === undefined) return given;
  const names = new Set(Object.keys(told).map((name) => name.toLowerCase()));
  const others = Object.entries(given ?? {}).filter(([name]) => !names.has(name.toLowerCase()));
  return Object.fromEntries([...others, ...Object.entries(told)]);
}
