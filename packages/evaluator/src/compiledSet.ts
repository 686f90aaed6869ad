import { KeyTable } from '@policywright/conditions';
import type { Policy } from '@policywright/policy';
import { ActionIndex } from './statement-index/actionIndex.ts';
import type { EvaluatorOptions } from './options.ts';
import type { KmsGrant } from './request/kmsGrant.ts';
import type { PolicySet, PolicySetFlags } from './request/policySet.ts';
import { CompiledSide, type CompiledLayer } from './sides/compiledSide.ts';
import { compileResourceParts, type ResourceParts } from './sides/resourceParts.ts';
import { endpointLayers, principalLayers, type LayerKind } from './layers/layer.ts';

/** The sides of a decision, joined: what deciding and explaining share. */
export interface CompiledSet {
  readonly keys: KeyTable;
  readonly layers: readonly CompiledLayer[];
  readonly index: ActionIndex;
  readonly flags: PolicySetFlags;
  /** The policies of the resource; empty where none is given. */
  readonly resourcePolicies: readonly Policy[];
  readonly grants: readonly KmsGrant[];
  /** Index of the layer of permissions boundaries; -1 if there is none. */
  readonly boundaryLayer: number;
  /** Index of the layer of session policies; -1 if there is none. */
  readonly sessionLayer: number;
  /** Index of the layer of endpoint policies, in a list that is empty if there is none. */
  readonly endpointLayers: readonly number[];
  /** Indexes of the levels of SCPs, root first. */
  readonly scpLayers: readonly number[];
  /** Some statement has `Principal` or `NotPrincipal`. */
  readonly namesPrincipals: boolean;
  /** Levels of RCPs that hold an Allow of their own; the others count as allowing (rule S168). */
  readonly rcpLevelsWithAllow: readonly number[];
}

/** What is joined. */
export interface SetParts {
  readonly principal: CompiledSide;
  readonly resource: ResourceParts;
  readonly endpoint: CompiledSide;
  readonly flags: PolicySetFlags;
  /** Of the resource: which services RCPs affect. */
  readonly options: EvaluatorOptions;
}

/**
 * Joins sides, which must share a table of keys. Nothing is compiled anew, and statements are arranged by action
 * when an action is first asked for.
 *
 * @param parts - the sides and what no document states.
 */
export function joinSides({ principal, resource, endpoint, flags, options }: SetParts): CompiledSet {
  const sides = [principal, resource.side, endpoint];
  const layers = sides.flatMap((side) => side.layers);
  const indexesOf = (kind: LayerKind): number[] => layers.filter((l) => l.kind === kind).map((l) => l.index);
  const facts = { flags, resourcePolicies: resource.policies };
  return {
    keys: principal.keys,
    layers,
    index: new ActionIndex(
      sides.map(({ groups }) => groups),
      facts,
      options,
    ),
    ...facts,
    grants: resource.grants,
    boundaryLayer: indexesOf('boundary')[0] ?? -1,
    sessionLayer: indexesOf('session')[0] ?? -1,
    endpointLayers: indexesOf('vpcEndpoint'),
    scpLayers: indexesOf('scp'),
    namesPrincipals: sides.some((side) => side.namesPrincipals),
    rcpLevelsWithAllow: layers.filter((l) => l.kind === 'rcp' && l.hasAllow).map((l) => l.index),
  };
}

/**
 * Compiles the sides of a policy set, which share a table of keys.
 *
 * @param set - the policies; those of what lies behind the resource are left out.
 * @param options - readings of open questions.
 * @param keys - the table; sets over one table have the same slots.
 */
export function compileSides(
  set: PolicySet,
  options: EvaluatorOptions,
  keys: KeyTable = new KeyTable(),
): SetParts {
  return {
    principal: new CompiledSide(principalLayers(set), keys, options),
    resource: compileResourceParts(set, { keys, evaluator: options }),
    endpoint: new CompiledSide(endpointLayers(set.vpcEndpoint), keys, options),
    flags: set.flags ?? {},
    options,
  };
}

/** Compiles a policy set for requests that one resource policy decides. */
export function compileSet(set: PolicySet, options: EvaluatorOptions): CompiledSet {
  return joinSides(compileSides(set, options));
}
