import type { CompiledStatement } from './compiledStatement.ts';
import { PRINCIPAL_SIDE } from '../layers/layer.ts';

/** The resource of a request, and what policies of principals allow by when it comes through an access point. */
export interface AskedResources {
  readonly resource: string;
  readonly principalResource: string | undefined;
}

/**
 * The resources of which one must be covered for a statement to apply: the request's; through an access point,
 * policies of principals allow by the access point alone and deny by either (rule S210).
 *
 * @param statement - compiled.
 * @param asked - the resources.
 */
export function resourcesFor(
  { layerBit, deny }: CompiledStatement,
  { resource, principalResource }: AskedResources,
): readonly string[] {
  if (principalResource === undefined || (layerBit & PRINCIPAL_SIDE) === 0) return [resource];
  return deny ? [principalResource, resource] : [principalResource];
}
