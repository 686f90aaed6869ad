import type { AnyPolicySetDocument, PolicyDocument, ResourcePolicyDocument } from '@policywright/scenario';
import { simplerDocuments } from './simplerDocuments.ts';
import { withoutOne, withSimpler } from './simplerLists.ts';

const LISTS = ['vpcEndpoint', 'session', 'boundary', 'identity'] as const;
const TREES = ['rcps', 'scps'] as const;

/** Policy sets with less in them: fewer layers first, then fewer levels and documents, then simpler documents. */
export function* simplerSets(set: AnyPolicySetDocument): Iterable<AnyPolicySetDocument> {
  for (const layer of [...TREES, ...LISTS]) if ((set[layer] ?? []).length > 0) yield { ...set, [layer]: [] };
  if ((set.grants ?? []).length > 0) yield { ...set, grants: [] };
  if (set.resource !== null) yield { ...set, resource: null };
  yield* asIdentity(set);
  for (const layer of TREES)
    for (const simpler of simplerTree(set[layer])) yield { ...set, [layer]: simpler };
  for (const layer of LISTS)
    for (const simpler of simplerList(set[layer] ?? [])) yield { ...set, [layer]: simpler };
  for (const resource of simplerAttached(set.resource)) yield { ...set, resource };
  for (const grants of simplerGrants(set.grants ?? [])) yield { ...set, grants };
}

type Attached = AnyPolicySetDocument['resource'];

function* simplerAttached(resource: Attached): Iterable<Attached> {
  if (isList(resource)) {
    yield* withoutOne(resource, 1);
    yield* withSimpler(resource, simplerAttachedDocuments);
  } else yield* simplerAttachedDocuments(resource);
}

function* simplerAttachedDocuments(document: ResourcePolicyDocument): Iterable<ResourcePolicyDocument> {
  if (document !== null && 'Statement' in document) yield* simplerDocuments(document);
}

type Grants = NonNullable<AnyPolicySetDocument['grants']>;

function* simplerGrants(grants: Grants): Iterable<Grants> {
  yield* withoutOne(grants, 1);
  yield* withSimpler(grants, simplerGrant);
}

function* simplerGrant(grant: Grants[number]): Iterable<Grants[number]> {
  const { grantee, operations, ...constraints } = grant;
  if (Object.keys(constraints).length > 0) yield { grantee, operations };
  for (const fewer of withoutOne(operations, 1)) yield { ...grant, operations: fewer };
}

function isList(resource: Attached): resource is readonly ResourcePolicyDocument[] {
  return Array.isArray(resource);
}

type Documents = readonly PolicyDocument[];

/** What limits, put in the place of what it limits: often it shows the same without another policy beside it. */
function* asIdentity(set: AnyPolicySetDocument): Iterable<AnyPolicySetDocument> {
  const layers = { boundary: set.boundary, session: set.session, scps: set.scps.flat() };
  for (const [layer, documents] of Object.entries(layers))
    if (documents.length > 0) yield { ...set, [layer]: [], identity: documents };
}

function* simplerTree(levels: readonly Documents[]): Iterable<readonly Documents[]> {
  yield* withoutOne(levels, 1);
  yield* withSimpler(levels, simplerList);
}

function* simplerList(documents: Documents): Iterable<Documents> {
  yield* withoutOne(documents, 1);
  yield* withSimpler(documents, simplerDocuments);
}
