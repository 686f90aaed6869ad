import type { PolicySet } from '@policywright/evaluator';
import { policyFromNode, type JsonObject, type Policy, type PolicyType } from '@policywright/policy';
import type { NodeReader, Placed } from './nodeReader.ts';

const LAYERS = ['identity', 'resource', 'boundary', 'session', 'scps', 'rcps', 'vpcEndpoint'];
const FLAGS = [
  'principalInManagementAccount',
  'resourceInManagementAccount',
  'serviceLinkedRole',
  'restrictPublicBuckets',
  'resourcePolicyKind',
];

/** Reads `policies` and `flags` of a scenario. What has an error is reported and left out. */
export function readPolicies(reader: NodeReader, scenario: Placed<JsonObject>): PolicySet {
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
  return {
    ...readLayers(reader, policies, flags?.resourcePolicyKind === 'trust' ? 'trust' : 'resource'),
    flags,
  };
}

function readLayers(reader: NodeReader, policies: Placed<JsonObject>, resourceType: PolicyType): PolicySet {
  const layer = (name: string): Placed | undefined => {
    const place = reader.member(policies, name);
    return place?.node.kind === 'null' ? undefined : place; // null is the same as absent
  };
  const resource = layer('resource');
  return {
    identity: readList(reader, layer('identity'), { type: 'identity', name: '`identity`' }),
    resource: resource && readDocument(reader, resource, resourceType),
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

function readDocument(reader: NodeReader, place: Placed, type: PolicyType): Policy | undefined {
  const result = policyFromNode(place.node, { text: reader.text, basePointer: place.pointer, type });
  reader.add(result.diagnostics);
  return result.ok ? result.policy : undefined;
}

function readFlags(reader: NodeReader, place: Placed): PolicySet['flags'] {
  const flags = reader.object(place, '`flags`');
  if (flags === undefined) return undefined;
  reader.checkMembers(flags, FLAGS, false);
  const flag = (name: string): boolean | undefined => {
    const member = reader.member(flags, name);
    return member && reader.boolean(member, `\`${name}\``);
  };
  return {
    principalInManagementAccount: flag('principalInManagementAccount'),
    resourceInManagementAccount: flag('resourceInManagementAccount'),
    serviceLinkedRole: flag('serviceLinkedRole'),
    restrictPublicBuckets: flag('restrictPublicBuckets'),
    resourcePolicyKind: readPolicyKind(reader, flags),
  };
}

function readPolicyKind(reader: NodeReader, flags: Placed<JsonObject>): 'kms' | 'trust' | undefined {
  const place = reader.member(flags, 'resourcePolicyKind');
  const kind = place && reader.string(place, '`resourcePolicyKind`');
  if (kind === 'kms' || kind === 'trust') return kind;
  if (place === undefined || kind === undefined) return undefined;
  reader.report(place, {
    code: 'scenario-flag',
    message: '`resourcePolicyKind` is `kms`, `trust` or left out',
  });
  return undefined;
}
