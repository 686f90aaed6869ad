import type { OneOrMany, PolicyDocument, PolicySetDocument, StatementDocument } from '@policywright/testing';

/** The names of the layers of a policy set. */
export type LayerName = keyof PolicySetDocument;

/** Replaces every document of a policy set. */
export function mapDocuments(
  policies: PolicySetDocument,
  edit: (document: PolicyDocument, layer: LayerName) => PolicyDocument,
): PolicySetDocument {
  const list = (layer: LayerName, documents: readonly PolicyDocument[]): readonly PolicyDocument[] =>
    documents.map((document) => edit(document, layer));
  return {
    ...policies,
    identity: list('identity', policies.identity),
    resource: policies.resource && edit(policies.resource, 'resource'),
    boundary: list('boundary', policies.boundary),
    session: list('session', policies.session),
    scps: policies.scps.map((level) => list('scps', level)),
    rcps: policies.rcps.map((level) => list('rcps', level)),
    ...(policies.vpcEndpoint != null && { vpcEndpoint: list('vpcEndpoint', policies.vpcEndpoint) }),
  };
}

/** Replaces each statement by any number of others. */
export function mapStatements(
  policies: PolicySetDocument,
  edit: (statement: StatementDocument) => readonly StatementDocument[],
): PolicySetDocument {
  return mapDocuments(policies, (document) => ({
    ...document,
    Statement: listOf(document.Statement).flatMap(edit),
  }));
}

/** Replaces every list of documents: those of a layer, or of a level. */
export function mapLists(
  policies: PolicySetDocument,
  edit: (documents: readonly PolicyDocument[]) => readonly PolicyDocument[],
): PolicySetDocument {
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
