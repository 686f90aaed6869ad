import type { PolicyDocument, PolicySetDocument } from '../../../documents/scenarioDocument.ts';
import { simplerDocuments } from './simplerDocuments.ts';
import { withoutOne, withSimpler } from './simplerLists.ts';

const LISTS = ['vpcEndpoint', 'session', 'boundary', 'identity'] as const;
const TREES = ['rcps', 'scps'] as const;

/** Policy sets with less in them: fewer layers first, then fewer levels and documents, then simpler documents. */
export function* simplerSets(set: PolicySetDocument): Iterable<PolicySetDocument> {
  for (const layer of [...TREES, ...LISTS]) if ((set[layer] ?? []).length > 0) yield { ...set, [layer]: [] };
  if (set.resource !== null) yield { ...set, resource: null };
  yield* asIdentity(set);
  for (const layer of TREES)
    for (const simpler of simplerTree(set[layer])) yield { ...set, [layer]: simpler };
  for (const layer of LISTS)
    for (const simpler of simplerList(set[layer] ?? [])) yield { ...set, [layer]: simpler };
  if (set.resource !== null)
    for (const resource of simplerDocuments(set.resource)) yield { ...set, resource };
}

type Documents = readonly PolicyDocument[];

/** What limits, put in the place of what it limits: often it shows the same without another policy beside it. */
function* asIdentity(set: PolicySetDocument): Iterable<PolicySetDocument> {
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
