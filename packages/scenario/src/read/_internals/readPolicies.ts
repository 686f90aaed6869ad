import type { PolicySet, Request } from '@policywright/evaluator';
import type { JsonObject, Policy, PolicyType } from '@policywright/policy';
import type { NodeReader, Placed } from './nodeReader.ts';
import { readAttached, type AttachedTo } from './readAttached.ts';
import { readDocument } from './readDocument.ts';
import { readFlags } from './readFlags.ts';
import { readGrants } from './readGrants.ts';

const LAYERS = ['identity', 'resource', 'boundary', 'session', 'scps', 'rcps', 'vpcEndpoint', 'grants'];
/**
 * Reads `policies` and `flags` of a scenario. What has an error is reported and left out.
 *
 * @param request - of the same scenario, which says what the resource policies hang on; `undefined` where it could
 * not be read.
 */
export function readPolicies(
  reader: NodeReader,
  scenario: Placed<JsonObject>,
  request: Request | undefined,
): PolicySet {
  const flagsPlace = reader.member(scenario, 'flags');
  const flags = flagsPlace && readFlags(reader, flagsPlace);
  const place = reader.member(scenario, 'policies');
  if (place === undefined) {
    reader.report(scenario, { code: 'scenario-missing-member', message: 'a scenario needs `policies`' });
    return {};
  }
  const policies = reader.object(place, '`policies`');
  if (policies === undefined) return {};
  reader.checkMembers(policies, LAYERS, false);
  const type = flags?.resourcePolicyKind === 'trust' ? 'trust' : 'resource';
  return { ...readLayers(reader, policies, { request, type }), flags };
}

function readLayers(reader: NodeReader, policies: Placed<JsonObject>, attached: AttachedTo): PolicySet {
  const layer = (name: string): Placed | undefined => {
    const place = reader.member(policies, name);
    return place?.node.kind === 'null' ? undefined : place; // null is the same as absent
  };
  const resource = layer('resource');
  const grants = layer('grants');
  return {
    identity: readList(reader, layer('identity'), { type: 'identity', name: '`identity`' }),
    resource: undefined,
    ...(resource && readAttached(reader, resource, attached)),
    grants: grants && readGrants(reader, grants),
    boundary: readList(reader, layer('boundary'), { type: 'boundary', name: '`boundary`' }),
    session: readList(reader, layer('session'), { type: 'session', name: '`session`' }),
    scps: readTree(reader, layer('scps'), { type: 'scp', name: '`scps`' }),
    rcps: readTree(reader, layer('rcps'), { type: 'rcp', name: '`rcps`' }),
    vpcEndpoint: readEndpoint(reader, layer('vpcEndpoint')),
  };
}

interface Layer {
  readonly type: PolicyType;
  readonly name: string;
}

function readList(
  reader: NodeReader,
  place: Placed | undefined,
  layer: Layer,
): readonly Policy[] | undefined {
  const items = place && reader.items(place, layer.name);
  return items?.flatMap((item) => readDocument(reader, item, layer.type) ?? []);
}

function readTree(
  reader: NodeReader,
  place: Placed | undefined,
  layer: Layer,
): readonly (readonly Policy[])[] | undefined {
  const levels = place && reader.items(place, layer.name);
  return levels?.map(
    (level) => readList(reader, level, { ...layer, name: `a level of ${layer.name}` }) ?? [],
  );
}

/** The endpoint policy may be written as a lone document. */
function readEndpoint(reader: NodeReader, place: Placed | undefined): readonly Policy[] | undefined {
  if (place?.node.kind !== 'object')
    return readList(reader, place, { type: 'vpcEndpoint', name: '`vpcEndpoint`' });
  const policy = readDocument(reader, place, 'vpcEndpoint');
  return policy && [policy];
}
