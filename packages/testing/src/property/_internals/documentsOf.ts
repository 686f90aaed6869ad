import type { AnyPolicySetDocument, PolicyDocument, PolicySetDocument } from '@policywright/scenario';
import { resourcePolicies } from '../../given/resourcePolicies.ts';
import type { PolicySet } from '@policywright/evaluator';
import { printJson, type Policy } from '@policywright/policy';

/** The documents that a set was read from. */
export function documentsOf(set: PolicySet): PolicySetDocument {
  const many = (policies: readonly Policy[] = []): readonly PolicyDocument[] => policies.map(documentOf);
  return {
    identity: many(set.identity),
    resource: resourcePolicies(set).length === 0 ? null : joined(resourcePolicies(set)),
    boundary: many(set.boundary),
    session: many(set.session),
    scps: (set.scps ?? []).map(many),
    rcps: (set.rcps ?? []).map(many),
    vpcEndpoint: many(set.vpcEndpoint),
    ...(set.grants !== undefined && { grants: set.grants }),
  };
}

/** The same, with each of several policies of the resource by itself: each has a version of its own. */
export function documentsApart(set: PolicySet): AnyPolicySetDocument {
  const documents = documentsOf(set);
  if (!Array.isArray(set.resource) || set.resource.length < 2) return documents;
  return { ...documents, resource: (set.resource as readonly Policy[]).map(documentOf) };
}

/** One document with the statements of all. */
function joined(policies: readonly Policy[]): PolicyDocument {
  const documents = policies.map(documentOf);
  const [first] = documents;
  if (first !== undefined && documents.length === 1) return first;
  return { Version: '2012-10-17', Statement: documents.flatMap(({ Statement }) => Statement) };
}

function documentOf({ root }: Policy): PolicyDocument {
  // INVARIANT: what a policy was read from is a policy document.
  return JSON.parse(printJson(root, 0)) as PolicyDocument;
}
