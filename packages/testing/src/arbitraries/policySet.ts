import type { PolicyType } from '@policywright/policy';
import type { AnyPolicySetDocument, PolicyDocument } from '@policywright/scenario';
import * as fc from 'fast-check';
import { shrinkBy } from './_internals/shrinkBy.ts';
import { simplerSets } from './_internals/simplify/simplerSets.ts';
import { kmsGrant } from './kmsGrant.ts';
import { policyDocument } from './policyDocument.ts';

const FULL_ACCESS: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};
const FULL_ACCESS_FOR_ALL: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
};

/**
 * The `policies` of a scenario: most often an identity policy and some of the other layers, which often
 * hold `Allow * *` so that the request gets past them.
 *
 * @returns an arbitrary that shrinks to fewer layers and documents.
 */
export function policySet(): fc.Arbitrary<AnyPolicySetDocument> {
  const sets = fc.record<AnyPolicySetDocument>({
    identity: documents('identity', { weight: 9, minLength: 1, full: FULL_ACCESS }),
    resource: attached(),
    boundary: documents('boundary', { weight: 2, minLength: 1, full: FULL_ACCESS }),
    session: documents('session', { weight: 3, minLength: 1, full: FULL_ACCESS }),
    scps: levels('scp', FULL_ACCESS),
    rcps: levels('rcp', FULL_ACCESS_FOR_ALL),
    vpcEndpoint: documents('vpcEndpoint', { weight: 1, minLength: 1, full: FULL_ACCESS_FOR_ALL }),
    grants: fc.oneof(
      { arbitrary: fc.constant([]), weight: 9 },
      { arbitrary: fc.array(kmsGrant(), { minLength: 1, maxLength: 2 }), weight: 1 },
    ),
  });
  return shrinkBy(sets, simplerSets);
}

/** What hangs on the resource: most often one policy or none. */
function attached(): fc.Arbitrary<AnyPolicySetDocument['resource']> {
  const document = documentOrFull('resource', FULL_ACCESS_FOR_ALL);
  return fc.oneof(
    { arbitrary: fc.constant(null), weight: 3 },
    { arbitrary: policyDocument({ type: 'resource' }), weight: 5 },
    { arbitrary: fc.array(document, { minLength: 1, maxLength: 3 }), weight: 2 },
  );
}

interface Layer {
  /** Of ten, how many have any policy. */
  readonly weight: number;
  readonly minLength: number;
  readonly full: PolicyDocument;
}

function documents(
  type: PolicyType,
  { weight, minLength, full }: Layer,
): fc.Arbitrary<readonly PolicyDocument[]> {
  const some = fc.array(documentOrFull(type, full), { minLength, maxLength: 2 });
  return fc.oneof({ arbitrary: fc.constant([]), weight: 10 - weight }, { arbitrary: some, weight });
}

function levels(
  type: PolicyType,
  full: PolicyDocument,
): fc.Arbitrary<readonly (readonly PolicyDocument[])[]> {
  const level = documents(type, { weight: 9, minLength: 1, full });
  return fc.oneof(
    { arbitrary: fc.constant([]), weight: 4 },
    { arbitrary: fc.array(level, { minLength: 1, maxLength: 2 }), weight: 1 },
  );
}

function documentOrFull(type: PolicyType, full: PolicyDocument): fc.Arbitrary<PolicyDocument> {
  return fc.oneof(
    // What limits a session is what it has as well, so that nothing comes of one that allows little.
    { arbitrary: fc.constant(full), weight: type === 'session' ? 2 : 1 },
    { arbitrary: policyDocument({ type }), weight: 2 },
  );
}
