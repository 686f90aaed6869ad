import type { KmsGrant, PolicySet } from '@policywright/evaluator';
import { printJson, type Policy, type PolicyDocument } from '@policywright/policy';

/** The documents of a policy set, in the form that `policies` of a scenario file has. */
export interface DocumentsByLayer {
  readonly identity: readonly PolicyDocument[];
  /** `null` where there is none; a list where there are several. */
  readonly resource: PolicyDocument | readonly PolicyDocument[] | null;
  readonly boundary: readonly PolicyDocument[];
  readonly session: readonly PolicyDocument[];
  /** One inner list a level, the root first. */
  readonly scps: readonly (readonly PolicyDocument[])[];
  readonly rcps: readonly (readonly PolicyDocument[])[];
  readonly vpcEndpoint: readonly PolicyDocument[];
  readonly grants?: readonly KmsGrant[];
}

/**
 * The documents that a policy set was read from, those of what lies behind the resource left out.
 *
 * @param set - the policies.
 */
export function documentsByLayer(set: PolicySet): DocumentsByLayer {
  const many = (policies: readonly Policy[] = []): readonly PolicyDocument[] => policies.map(documentOf);
  const [first = null, ...others] = many(listOf(set.resource));
  return {
    identity: many(set.identity),
    resource: first === null || others.length === 0 ? first : [first, ...others],
    boundary: many(set.boundary),
    session: many(set.session),
    scps: (set.scps ?? []).map(many),
    rcps: (set.rcps ?? []).map(many),
    vpcEndpoint: many(set.vpcEndpoint),
    ...(set.grants !== undefined && { grants: set.grants }),
  };
}

const documents: WeakMap<Policy, PolicyDocument> = new WeakMap();

function documentOf(policy: Policy): PolicyDocument {
  const known = documents.get(policy);
  if (known !== undefined) return known;
  // INVARIANT: what a policy was read from is a policy document.
  const document = JSON.parse(printJson(policy.root, 0)) as PolicyDocument;
  documents.set(policy, document);
  return document;
}

function listOf(resource: PolicySet['resource']): readonly Policy[] {
  if (resource === undefined) return [];
  return 'statements' in resource ? [resource] : resource;
}
