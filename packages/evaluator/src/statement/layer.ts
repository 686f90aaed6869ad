import type { Policy } from '@policywright/policy';
import type { PolicySet } from '../request/policySet.ts';

/** The layers of a decision. SCPs and RCPs make one layer for each level of the organization tree. */
export type LayerKind = 'identity' | 'resource' | 'boundary' | 'session' | 'scp' | 'rcp' | 'vpcEndpoint';

/** One bit for each kind of layer, so that a set of kinds is a number. */
export const LAYER_BIT: Readonly<Record<LayerKind, number>> = {
  identity: 1,
  resource: 2,
  boundary: 4,
  session: 8,
  scp: 16,
  rcp: 32,
  vpcEndpoint: 64,
};

/** The layers that hold policies of the principal's side. */
export const PRINCIPAL_SIDE: number =
  LAYER_BIT.identity | LAYER_BIT.boundary | LAYER_BIT.session | LAYER_BIT.scp;

/** One layer: the policies that are judged together. */
export interface Layer {
  readonly kind: LayerKind;
  /** The place of the layer among all layers of the policy set. */
  readonly index: number;
  /** For SCPs and RCPs: the level of the organization tree, the root being 0. */
  readonly level: number | undefined;
  readonly policies: readonly LayerPolicy[];
}

/** A policy of a layer and the JSON pointer of its document in the policy set. */
export interface LayerPolicy {
  readonly policy: Policy;
  readonly pointer: string;
}

/**
 * Lists the layers that a policy set has. Identity is always one; the others only when present: an empty
 * list of boundaries or session policies is none, while a level of SCPs without a policy is a level that
 * allows nothing (rule S165).
 *
 * @param set - the policies.
 * @param resourcePointer - where the resource policy stands in the whole set.
 */
export function layersOf(set: PolicySet, resourcePointer = '/resource'): readonly Layer[] {
  const layers: Layer[] = [];
  const add = (kind: LayerKind, policies: readonly LayerPolicy[], level?: number): void => {
    layers.push({ kind, index: layers.length, level, policies });
  };
  add('identity', listed('/identity', set.identity ?? []));
  if (isList(set.resource)) {
    if (set.resource.length > 0) add('resource', listed(resourcePointer, set.resource));
  } else if (set.resource != null) add('resource', [{ policy: set.resource, pointer: resourcePointer }]);
  if (set.boundary?.length) add('boundary', listed('/boundary', set.boundary));
  if (set.session?.length) add('session', listed('/session', set.session));
  set.scps?.forEach((level, index) => add('scp', listed(`/scps/${index}`, level), index));
  set.rcps?.forEach((level, index) => add('rcp', listed(`/rcps/${index}`, level), index));
  if (set.vpcEndpoint?.length) add('vpcEndpoint', listed('/vpcEndpoint', set.vpcEndpoint));
  return layers;
}

function listed(pointer: string, policies: readonly Policy[]): LayerPolicy[] {
  return policies.map((policy, index) => ({ policy, pointer: `${pointer}/${index}` }));
}

/** The policies of the resource of a policy set, whether it gives one, several or none. */
export function resourcePoliciesOf({ resource }: Pick<PolicySet, 'resource'>): readonly Policy[] {
  if (isList(resource)) return resource;
  return resource == null ? [] : [resource];
}

function isList(resource: PolicySet['resource']): resource is readonly Policy[] {
  return Array.isArray(resource);
}
