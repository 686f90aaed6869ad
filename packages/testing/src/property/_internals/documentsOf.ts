import { documentsByLayer } from '@policywright/analyzer';
import type { AnyPolicySetDocument, PolicyDocument, PolicySetDocument } from '@policywright/scenario';
import type { PolicySet } from '@policywright/evaluator';
import { resourcePolicies } from '../../given/resourcePolicies.ts';

/** The documents that a set was read from, one for all policies of resources. */
export function documentsOf(set: PolicySet): PolicySetDocument {
  const { resource: _, ...layers } = documentsByLayer(set);
  const attached = documentsByLayer({ resource: resourcePolicies(set) }).resource;
  return { ...layers, resource: isList(attached) ? joined(attached) : attached };
}

/** The same, with each of several policies of the resource by itself: each has a version of its own. */
export function documentsApart(set: PolicySet): AnyPolicySetDocument {
  const { resource } = documentsByLayer(set);
  return isList(resource) ? { ...documentsOf(set), resource } : documentsOf(set);
}

/** One document with the statements of all. */
function joined(documents: readonly PolicyDocument[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: documents.flatMap(({ Statement }) => Statement) };
}

function isList(
  resource: PolicyDocument | readonly PolicyDocument[] | null,
): resource is readonly PolicyDocument[] {
  return Array.isArray(resource);
}
