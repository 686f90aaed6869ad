import type { PolicySet } from '@policywright/evaluator';
import type { OneOrMany, Policy, PolicyType } from '@policywright/policy';
import { PolicyDocumentError } from '../write/policySetOf.ts';
import type { PolicyGiven, PolicySetGiven, UncompiledPolicies } from './policiesGiven.ts';
import { readPolicy } from './readPolicy.ts';

const MEMBERS = [
  'identity',
  'resource',
  'boundary',
  'session',
  'scps',
  'rcps',
  'vpcEndpoint',
  'underlying',
  'grants',
  'flags',
];

/**
 * Reads policies in any form into a set, ready to compile.
 *
 * @param given - the policies.
 * @throws PolicyDocumentError - with the diagnostics, where a document is none or a layer does not exist.
 */
export function readPolicySet(given: UncompiledPolicies): PolicySet {
  if (isOne(given)) return readLone(given);
  if (isList(given)) return { identity: readMany(given, 'identity') };
  return readLayers(given);
}

/** A document that names principals is attached to a resource or a role; all others to a principal. */
function readLone(given: PolicyGiven): PolicySet {
  const policy = readPolicy(given);
  if (policy.statements.every(({ principal }) => principal === undefined)) return { identity: [policy] };
  return { resource: policy };
}

function readLayers(given: PolicySetGiven | PolicySet): PolicySet {
  const unknown = Object.keys(given).find((name) => !MEMBERS.includes(name));
  if (unknown !== undefined) {
    throw new PolicyDocumentError(
      `expected a policy document, or policies by layer (${MEMBERS.join(', ')}), found a member \`${unknown}\``,
    );
  }
  const resourceType = given.flags?.resourcePolicyKind === 'trust' ? 'trust' : 'resource';
  const levels = (layer: PolicySetGiven['scps'], type: PolicyType): PolicySet['scps'] =>
    layer?.map((level) => readMany(level, type) ?? []);
  return {
    identity: readMany(given.identity, 'identity'),
    resource: readMany(given.resource ?? undefined, resourceType),
    ...(given.underlying && {
      underlying: given.underlying.map((policy) =>
        policy == null ? undefined : readPolicy(policy, 'resource'),
      ),
    }),
    ...(given.grants && { grants: given.grants }),
    boundary: readMany(given.boundary, 'boundary'),
    session: readMany(given.session, 'session'),
    scps: levels(given.scps, 'scp'),
    rcps: levels(given.rcps, 'rcp'),
    vpcEndpoint: readMany(given.vpcEndpoint ?? undefined, 'vpcEndpoint'),
    flags: given.flags,
  };
}

function readMany(
  layer: OneOrMany<PolicyGiven> | undefined,
  type: PolicyType,
): readonly Policy[] | undefined {
  if (layer === undefined) return undefined;
  return (isList(layer) ? layer : [layer]).map((policy) => readPolicy(policy, type));
}

function isOne(given: UncompiledPolicies): given is PolicyGiven {
  return typeof given === 'string' || 'Statement' in given || 'statements' in given;
}

function isList(given: UncompiledPolicies): given is readonly PolicyGiven[] {
  return Array.isArray(given);
}
