import type { LayerKind } from '@policywright/evaluator';
import type { Policy, PolicyType } from '@policywright/policy';
import type { PolicyReference } from './policyReference.ts';
import type { ReferenceProblem } from './referenceSources.ts';

/** Finds the policies that references lead to. */
export interface PolicyReferences {
  /** The policies of a reference, at least one, or why there are none. */
  readonly resolve: (reference: PolicyReference, place: ReferencePlace) => ResolvedReference;
}

/** The policies that a reference leads to. */
export type ResolvedReference =
  | { readonly ok: true; readonly policies: readonly Policy[]; readonly warnings: readonly string[] }
  | ReferenceProblem;

/** Where a reference stands. */
export interface ReferencePlace {
  readonly layer: LayerKind;
  /** The rules that a document is read with whose file tells no type. */
  readonly type: PolicyType;
}
