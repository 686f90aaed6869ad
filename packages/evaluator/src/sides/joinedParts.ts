import type { KeyTable } from '@policywright/conditions';
import type { SetParts } from '../compiledSet.ts';
import { CompiledSide } from './compiledSide.ts';
import { CompiledEndpoint, type EndpointSide } from './endpointSide.ts';
import { CompiledPrincipal, type PrincipalSide } from './principalSide.ts';
import { CompiledResource, type ResourceSide } from './resourceSide.ts';

/** The sides of the requests of one principal to one resource. */
export interface Sides {
  readonly principal: PrincipalSide;
  readonly resource: ResourceSide;
  readonly endpoint?: EndpointSide | undefined;
}

/** The same as classes: what was not made by a compiling function is compiled. */
export function compiledSidesOf({ principal, resource, endpoint }: Sides): CompiledSides {
  return {
    principal: principal instanceof CompiledPrincipal ? principal : new CompiledPrincipal(principal.policies),
    resource: resource instanceof CompiledResource ? resource : new CompiledResource(resource.policies),
    endpoint:
      endpoint === undefined || endpoint instanceof CompiledEndpoint
        ? endpoint
        : new CompiledEndpoint(endpoint.policies),
  };
}

/** Compiled sides. */
export interface CompiledSides {
  readonly principal: CompiledPrincipal;
  readonly resource: CompiledResource;
  readonly endpoint: CompiledEndpoint | undefined;
}

/**
 * Brings sides over one table of keys, the principal's, so that they can be joined.
 *
 * @param sides - compiled.
 */
export function partsOf({ principal, resource, endpoint }: CompiledSides): SetParts {
  const { keys } = principal.side;
  return {
    principal: principal.side,
    resource: { ...resource.parts, side: resource.parts.side.over(keys) },
    endpoint: endpoint?.side.over(keys) ?? noEndpoint(keys),
    flags: { ...principal.flags, ...resource.flags, ...endpoint?.flags },
    options: resource.options,
  };
}

function noEndpoint(keys: KeyTable): CompiledSide {
  return new CompiledSide([], keys, {});
}
