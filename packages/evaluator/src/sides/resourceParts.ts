import type { KeyTable } from '@policywright/conditions';
import type { Policy } from '@policywright/policy';
import type { EvaluatorOptions } from '../options.ts';
import type { KmsGrant } from '../request/kmsGrant.ts';
import type { PolicySet } from '../request/policySet.ts';
import { resourceLayers, resourcePoliciesOf } from '../layers/layer.ts';
import { CompiledSide } from './compiledSide.ts';

/** The members of a policy set that are the resource's. */
export type ResourceSet = Pick<PolicySet, 'resource' | 'rcps' | 'grants' | 'underlying'>;

/** A resource as it is joined with principals. */
export interface ResourceParts {
  readonly side: CompiledSide;
  /** The policies of the resource; empty where none is given. */
  readonly policies: readonly Policy[];
  readonly grants: readonly KmsGrant[];
}

/** With what a resource is compiled. */
export interface ResourceOptions {
  readonly keys: KeyTable;
  readonly evaluator: EvaluatorOptions;
  /** JSON pointer of the resource policy in the whole set; `/resource` unless given (rule S210). */
  readonly pointer?: string;
}

/**
 * Compiles the policies of a resource, or of one behind it.
 *
 * @param set - the policies.
 * @param options - with what.
 */
export function compileResourceParts(
  set: ResourceSet,
  { keys, evaluator, pointer }: ResourceOptions,
): ResourceParts {
  return {
    side: new CompiledSide(resourceLayers(set, pointer), keys, evaluator),
    policies: resourcePoliciesOf(set),
    grants: set.grants ?? [],
  };
}
