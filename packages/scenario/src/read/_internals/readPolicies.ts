import type { LayerKind, PolicySet, PolicySetFlags, Request } from '@policywright/evaluator';
import type { JsonObject, Policy } from '@policywright/policy';
import type { WrittenScenario } from '../../model/writtenScenario.ts';
import { DocumentReader } from './documentReader.ts';
import type { KnownDocuments } from './knownDocuments.ts';
import type { NodeReader, Placed } from './nodeReader.ts';
import { readAttached } from './readAttached.ts';
import { readFlags } from './readFlags.ts';
import { readGrants } from './readGrants.ts';

const LAYERS = ['identity', 'resource', 'boundary', 'session', 'scps', 'rcps', 'vpcEndpoint', 'grants'];

/** The policies of a scenario, as they are read and as they are written. */
export interface PoliciesReading {
  readonly policies: PolicySet;
  readonly written: Pick<WrittenScenario, 'flags' | 'documents' | 'levels' | 'grants'>;
}

/** What bears on the policies of a scenario. */
export interface PoliciesSituation {
  /** Of the same scenario, which says what the resource policies hang on; `undefined` where it could not be read. */
  readonly request: Request | undefined;
  /** The documents of the file. */
  readonly known: KnownDocuments;
}

/** Reads `policies` and `flags` of a scenario. What has an error is reported and left out. */
export function readPolicies(
  reader: NodeReader,
  scenario: Placed<JsonObject>,
  { request, known }: PoliciesSituation,
): PoliciesReading {
  const flagsPlace = reader.member(scenario, 'flags');
  const flags = flagsPlace && readFlags(reader, flagsPlace);
  const written = { flags, documents: [], levels: { scp: 0, rcp: 0 }, grants: undefined };
  const nothing = { policies: {}, written };
  const place = reader.member(scenario, 'policies');
  if (place === undefined) {
    reader.report(scenario, { code: 'scenario-missing-member', message: 'a scenario needs `policies`' });
    return nothing;
  }
  const policies = reader.object(place, '`policies`');
  if (policies === undefined) return nothing;
  reader.checkMembers(policies, LAYERS, false);
  const documents = new DocumentReader(reader, known);
  const set = { ...readLayers(documents, policies, { request, flags }), flags };
  const levels = { scp: set.scps?.length ?? 0, rcp: set.rcps?.length ?? 0 };
  const grants = layerOf(reader, policies, 'grants')?.node;
  return { policies: set, written: { flags, documents: documents.written, levels, grants } };
}

/** A layer; `null` is the same as absent. */
function layerOf(reader: NodeReader, policies: Placed<JsonObject>, name: string): Placed | undefined {
  const place = reader.member(policies, name);
  return place?.node.kind === 'null' ? undefined : place;
}

interface Situation {
  readonly request: Request | undefined;
  readonly flags: PolicySetFlags | undefined;
}

function readLayers(
  documents: DocumentReader,
  policies: Placed<JsonObject>,
  { request, flags }: Situation,
): PolicySet {
  const { reader } = documents;
  const layer = (name: string): Placed | undefined => layerOf(reader, policies, name);
  const type = flags?.resourcePolicyKind === 'trust' ? 'trust' : 'resource';
  const resource = layer('resource');
  const grants = layer('grants');
  return {
    identity: readList(documents, layer('identity'), { layer: 'identity', name: '`identity`' }),
    resource: undefined,
    ...(resource && readAttached(documents, resource, { request, type })),
    grants: grants && readGrants(reader, grants),
    boundary: readList(documents, layer('boundary'), { layer: 'boundary', name: '`boundary`' }),
    session: readList(documents, layer('session'), { layer: 'session', name: '`session`' }),
    scps: readTree(documents, layer('scps'), { layer: 'scp', name: '`scps`' }),
    rcps: readTree(documents, layer('rcps'), { layer: 'rcp', name: '`rcps`' }),
    vpcEndpoint: readEndpoint(documents, layer('vpcEndpoint')),
  };
}

interface LayerExpected {
  readonly layer: Exclude<LayerKind, 'resource'>;
  readonly name: string;
  readonly level?: number;
}

function readList(
  documents: DocumentReader,
  place: Placed | undefined,
  { layer, name, level = 0 }: LayerExpected,
): readonly Policy[] | undefined {
  const items = place && documents.reader.items(place, name);
  return items?.flatMap((item) => documents.read(item, { layer, level, type: layer }));
}

function readTree(
  documents: DocumentReader,
  place: Placed | undefined,
  { layer, name }: LayerExpected,
): readonly (readonly Policy[])[] | undefined {
  const levels = place && documents.reader.items(place, name);
  return levels?.map(
    (items, level) => readList(documents, items, { layer, level, name: `a level of ${name}` }) ?? [],
  );
}

/** The endpoint policy may be written as a lone document. */
function readEndpoint(documents: DocumentReader, place: Placed | undefined): readonly Policy[] | undefined {
  const layer = 'vpcEndpoint';
  if (place?.node.kind !== 'object') return readList(documents, place, { layer, name: '`vpcEndpoint`' });
  const policies = documents.read(place, { layer, level: 0, type: layer });
  return policies.length === 0 ? undefined : policies;
}
