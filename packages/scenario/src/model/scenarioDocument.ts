import type {
  Decision,
  KmsGrant,
  PolicySetFlags,
  Principal,
  UnderlyingResource,
} from '@policywright/evaluator';
import type { OneOrMany, PolicyDocument } from '@policywright/policy';

/** The policy that a KMS key has by default, given by name (rule S171). */
export interface DefaultPolicyDocument {
  readonly default: 'key-policy';
}

/** The policy of a resource; `null` where none is given, which denies everything on a KMS key and to a role. */
export type ResourcePolicyDocument = PolicyDocument | DefaultPolicyDocument | null;

/** The `policies` of a scenario in which the resource has at most one policy, which is written out. */
export interface PolicySetDocument extends LayerDocuments {
  readonly resource: PolicyDocument | null;
}

/** The `policies` of any scenario. */
export interface AnyPolicySetDocument extends LayerDocuments {
  /**
   * A list has the policies of the resource; of a scenario with `underlying`, its own and those of what lies behind
   * it, in order (rule S210).
   */
  readonly resource: ResourcePolicyDocument | readonly ResourcePolicyDocument[];
}

/** Every layer of `policies` but the resource's. */
export interface LayerDocuments {
  readonly identity: readonly PolicyDocument[];
  readonly boundary: readonly PolicyDocument[];
  readonly session: readonly PolicyDocument[];
  /** One inner list a level, root first. */
  readonly scps: readonly (readonly PolicyDocument[])[];
  readonly rcps: readonly (readonly PolicyDocument[])[];
  readonly vpcEndpoint?: readonly PolicyDocument[] | null;
  /** Grants of the KMS key (rule S208). */
  readonly grants?: readonly KmsGrant[] | null;
}

/** The context of a scenario. */
export type ContextDocument = Readonly<Record<string, OneOrMany<string | number | boolean>>>;

/** A scenario as a JavaScript value: what a scenario file holds. */
export interface ScenarioDocument<Policies extends AnyPolicySetDocument = PolicySetDocument> {
  readonly id: string;
  readonly title?: string;
  readonly principal: Principal;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount?: string;
  /** What lies behind the resource, such as the bucket of an access point (rule S210). */
  readonly underlying?: readonly (string | UnderlyingResource)[];
  readonly context: ContextDocument;
  readonly policies: Policies;
  readonly flags?: PolicySetFlags;
  readonly expected?: Decision;
}
