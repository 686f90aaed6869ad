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
  /** The place of the layer among all layers (see `layerIndex`). */
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

/** Where the layers stand that there is one of at most; behind them the levels of SCPs and RCPs take turns. */
const INDEXES = {
  identity: 0,
  resource: 1,
  boundary: 2,
  session: 3,
  vpcEndpoint: 4,
  scp: 5,
  rcp: 6,
} as const;

/**
 * The place of a layer among all layers, the same in every set, so that sides can be joined as they are.
 *
 * @param kind - of the layer.
 * @param level - for SCPs and RCPs, the level of the organization tree.
 */
export function layerIndex(kind: LayerKind, level = 0): number {
  return INDEXES[kind] + 2 * level;
}

/**
 * Lists the layers of a principal. Identity is always one; the others only when present: an empty list of
 * boundaries or session policies is none, while a level of SCPs without a policy is a level that allows nothing
 * (rule S165).
 *
 * @param policies - of the principal.
 */
export function principalLayers(
  policies: Pick<PolicySet, 'identity' | 'boundary' | 'session' | 'scps'>,
): readonly Layer[] {
  const { identity, boundary, session, scps } = policies;
  const levels = scps ?? [];
  const layers = [layerOf('identity', listed('/identity', identity ?? []))];
  if (boundary?.length) layers.push(layerOf('boundary', listed('/boundary', boundary)));
  if (session?.length) layers.push(layerOf('session', listed('/session', session)));
  return [...layers, ...levels.map((level, index) => layerOf('scp', listed(`/scps/${index}`, level), index))];
}

/**
 * Lists the layers of a resource: its policies, if it has any, and the levels of RCPs.
 *
 * @param policies - of the resource.
 * @param pointer - where the resource policy stands in the whole set (rule S210).
 */
export function resourceLayers(
  policies: Pick<PolicySet, 'resource' | 'rcps'>,
  pointer = '/resource',
): readonly Layer[] {
  const { resource, rcps } = policies;
  const levels = rcps ?? [];
  const own = resourcePoliciesOf(policies);
  const [first] = own;
  const places =
    isList(resource) || first === undefined ? listed(pointer, own) : [{ policy: first, pointer }];
  return [
    ...(places.length > 0 ? [layerOf('resource', places)] : []),
    ...levels.map((level, index) => layerOf('rcp', listed(`/rcps/${index}`, level), index)),
  ];
}

/**
 * Lists the layer of a VPC endpoint, if its policies are given.
 *
 * @param policies - of the endpoint.
 */
export function endpointLayers(policies: PolicySet['vpcEndpoint']): readonly Layer[] {
  return !policies?.length ? [] : [layerOf('vpcEndpoint', listed('/vpcEndpoint', policies))];
}

function layerOf(kind: LayerKind, policies: readonly LayerPolicy[], level?: number): Layer {
  return { kind, index: layerIndex(kind, level), level, policies };
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
