import type { RequestContext } from '@policywright/conditions';
import type { Policy } from '@policywright/policy';
import { inactiveForResource } from '../decision/applicability.ts';
import { knowCaller, type KnownCaller } from '../decision/knownCaller.ts';
import type { CallerFacts } from '../principal/principalMatcher.ts';
import type { PolicySetFlags } from '../request/policySet.ts';
import { throughGateway } from '../service-rules/gatewayEndpoints.ts';
import type { EndpointPolicies } from '../sides/endpointSide.ts';
import { flagsOfPrincipal, type PrincipalPolicies } from '../sides/principalSide.ts';
import { flagsOfResource, type ResourcePolicies } from '../sides/resourceSide.ts';
import { endpointLayers, principalLayers, resourceLayers, resourcePoliciesOf } from '../layers/layer.ts';
import type { ActionNumbers } from './actionNumbers.ts';
import type { Bits } from './bits.ts';
import type { BulkLayer, BulkPolicies } from './bulkPolicies.ts';

/** A principal with what is the same for all its rows. */
export interface BulkPrincipal {
  readonly policies: PrincipalPolicies;
  readonly flags: PolicySetFlags;
  readonly known: KnownCaller;
  readonly layers: readonly BulkLayer[];
  /** Of the cube and the principal. */
  readonly context: RequestContext;
  /** What the context says of the caller, once it was read; a resource with keys of its own may change it. */
  facts: CallerFacts | undefined;
  /** Slots of keys that may be unknown, once they were looked for, and of how many keys. */
  open: { readonly of: number; readonly slots: readonly number[] } | undefined;
}

/** A resource with what is the same for all its rows. */
export interface BulkResource {
  readonly policies: ResourcePolicies;
  readonly flags: PolicySetFlags;
  readonly layers: readonly BulkLayer[];
  /** Its own policies; empty where none is given. */
  readonly own: readonly Policy[];
  /** Bits of `LAYER_BIT`: the layers that do not bear on it. */
  readonly inactive: number;
}

/** The endpoint of a cube. */
export interface BulkEndpoint {
  readonly flags: PolicySetFlags;
  readonly layers: readonly BulkLayer[];
  /** The actions that may go through a gateway endpoint (rule S33). */
  readonly gateway: Bits;
}

/**
 * Compiles a principal for all its rows.
 *
 * @param policies - of the principal.
 * @param context - of the cube.
 * @param compiler - compiles policies.
 */
export function bulkPrincipal(
  policies: PrincipalPolicies,
  context: RequestContext | undefined,
  compiler: BulkPolicies,
): BulkPrincipal {
  const flags = flagsOfPrincipal(policies);
  return {
    policies,
    flags,
    known: knowCaller(policies.principal, flags),
    layers: compiler.layers(principalLayers(policies)),
    context: { ...context, ...policies.context },
    facts: undefined,
    open: undefined,
  };
}

/**
 * Compiles a resource for all its rows.
 *
 * @param policies - of the resource.
 * @param compiler - compiles policies.
 */
export function bulkResource(policies: ResourcePolicies, compiler: BulkPolicies): BulkResource {
  const flags = flagsOfResource(policies);
  const set = { resource: policies.policy, rcps: policies.rcps };
  return {
    policies,
    flags,
    layers: compiler.layers(resourceLayers(set)),
    own: resourcePoliciesOf(set),
    inactive: inactiveForResource(flags),
  };
}

/**
 * Compiles the endpoint of a cube.
 *
 * @param endpoint - its policies; left out, there is none.
 * @param numbers - the actions of the cube.
 * @param compiler - compiles policies.
 */
export function bulkEndpoint(
  endpoint: EndpointPolicies | undefined,
  numbers: ActionNumbers,
  compiler: BulkPolicies,
): BulkEndpoint {
  const flags = { endpointType: endpoint?.type };
  return {
    flags,
    layers: compiler.layers(endpointLayers(endpoint?.policies)),
    gateway: numbers.ofServices((service) => throughGateway(service, flags)),
  };
}
