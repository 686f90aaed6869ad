import { KeyTable } from '@policywright/conditions';
import type { Policy } from '@policywright/policy';
import { ActionIndex } from './index/actionIndex.ts';
import type { EvaluatorOptions } from './options.ts';
import type { KmsGrant } from './request/kmsGrant.ts';
import type { PolicySet, PolicySetFlags } from './request/policySet.ts';
import { CompiledStatement } from './statement/compiledStatement.ts';
import { layersOf, resourcePoliciesOf, type Layer, type LayerKind } from './statement/layer.ts';

/** A policy set, compiled: what deciding and explaining share. */
export interface CompiledSet {
  readonly keys: KeyTable;
  readonly layers: readonly Layer[];
  readonly statements: readonly CompiledStatement[];
  readonly index: ActionIndex;
  readonly flags: PolicySetFlags;
  /** The policies of the resource; empty where none is given. */
  readonly resourcePolicies: readonly Policy[];
  readonly grants: readonly KmsGrant[];
  readonly options: EvaluatorOptions;
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

/** How to compile a set. */
export interface SetOptions extends EvaluatorOptions {
  /** JSON pointer of the resource policy in the whole set; `/resource` unless given (rule S210). */
  readonly resourcePointer?: string | undefined;
}

/** Compiles every statement of a policy set and indexes them by action. */
export function compileSet(set: PolicySet, options: SetOptions): CompiledSet {
  const keys = new KeyTable();
  const layers = layersOf(set, options.resourcePointer);
  const statements: CompiledStatement[] = [];
  for (const layer of layers) {
    for (const { policy, pointer } of layer.policies) {
      const shared = { evaluator: options, keys, layer, policy, policyPointer: pointer };
      for (const source of policy.statements) {
        statements.push(new CompiledStatement(source, statements.length, shared));
      }
    }
  }
  const flags = set.flags ?? {};
  const resourcePolicies = resourcePoliciesOf(set);
  const indexesOf = (kind: LayerKind): number[] => layers.filter((l) => l.kind === kind).map((l) => l.index);
  return {
    keys,
    layers,
    statements,
    index: new ActionIndex(statements, { flags, resourcePolicies }, options),
    flags,
    resourcePolicies,
    grants: set.grants ?? [],
    options,
    boundaryLayer: indexesOf('boundary')[0] ?? -1,
    sessionLayer: indexesOf('session')[0] ?? -1,
    endpointLayers: indexesOf('vpcEndpoint'),
    scpLayers: indexesOf('scp'),
    namesPrincipals: statements.some(({ source }) => source.principal !== undefined),
    rcpLevelsWithAllow: indexesOf('rcp').filter((index) =>
      statements.some((s) => s.layer.index === index && s.fits && !s.deny),
    ),
  };
}
