import type {
  AnyPolicySetDocument,
  OneOrMany,
  PolicyDocument,
  ResourcePolicyDocument,
  StatementDocument,
} from '@policywright/scenario';

/** The names of the layers of a policy set. */
export type LayerName = keyof AnyPolicySetDocument;

/** Replaces every document of a policy set. */
export function mapDocuments(
  policies: AnyPolicySetDocument,
  edit: (document: PolicyDocument, layer: LayerName) => PolicyDocument,
): AnyPolicySetDocument {
  const list = (layer: LayerName, documents: readonly PolicyDocument[]): readonly PolicyDocument[] =>
    documents.map((document) => edit(document, layer));
  return {
    ...policies,
    identity: list('identity', policies.identity),
    resource: mapAttached(policies.resource, (document) => edit(document, 'resource')),
    boundary: list('boundary', policies.boundary),
    session: list('session', policies.session),
    scps: policies.scps.map((level) => list('scps', level)),
    rcps: policies.rcps.map((level) => list('rcps', level)),
    ...(policies.vpcEndpoint != null && { vpcEndpoint: list('vpcEndpoint', policies.vpcEndpoint) }),
    ...(policies.grants != null && { grants: policies.grants }),
  };
}

/** Replaces the documents that hang on the resource, and leaves those alone that are given by name. */
function mapAttached(
  resource: AnyPolicySetDocument['resource'],
  edit: (document: PolicyDocument) => PolicyDocument,
): AnyPolicySetDocument['resource'] {
  const editOne = (document: ResourcePolicyDocument): ResourcePolicyDocument =>
    document !== null && 'Statement' in document ? edit(document) : document;
  return isList(resource) ? resource.map(editOne) : editOne(resource);
}

function isList(resource: AnyPolicySetDocument['resource']): resource is readonly ResourcePolicyDocument[] {
  return Array.isArray(resource);
}

/** Replaces each statement by any number of others. */
export function mapStatements(
  policies: AnyPolicySetDocument,
  edit: (statement: StatementDocument) => readonly StatementDocument[],
): AnyPolicySetDocument {
  return mapDocuments(policies, (document) => ({
    ...document,
    Statement: listOf(document.Statement).flatMap(edit),
  }));
}

/** Replaces every list of documents: those of a layer, or of a level. */
export function mapLists(
  policies: AnyPolicySetDocument,
  edit: (documents: readonly PolicyDocument[]) => readonly PolicyDocument[],
): AnyPolicySetDocument {
  return {
    ...policies,
    identity: edit(policies.identity),
    boundary: edit(policies.boundary),
    session: edit(policies.session),
    scps: policies.scps.map(edit),
    rcps: policies.rcps.map(edit),
    ...(policies.vpcEndpoint != null && { vpcEndpoint: edit(policies.vpcEndpoint) }),
  };
}

/** A list as written, as a list. */
export function listOf<Value>(value: OneOrMany<Value> | undefined): readonly Value[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Value[]) : [value as Value];
}
