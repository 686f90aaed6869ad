import type { PolicySetFlags } from '@policywright/evaluator';
import * as fc from 'fast-check';

/** One fact each, those that a scenario needs most first. */
const FACTS: readonly PolicySetFlags[] = [
  { restrictPublicBuckets: true },
  { principalInManagementAccount: true },
  { credentials: 'session-token' },
  { resourcePolicyKind: 'kms' },
  { resourcePolicyKind: 'trust' },
  { resourceInManagementAccount: true },
  { serviceLinkedRole: true },
  { delegatedAdministrator: true },
  { credentials: 'session-token-mfa' },
  { credentials: 'console' },
  { credentials: 'long-term' },
  { federatedByRoot: true },
  { awsManagedKey: true },
  { accessPointNetworkOrigin: 'VPC' },
  { accessPointNetworkOrigin: 'Internet' },
  { endpointType: 'interface' },
  { endpointType: 'gateway' },
  { restrictPublicBuckets: true, accessPointNetworkOrigin: 'VPC' },
];

/**
 * The `flags` of a scenario, often none: every flag with every word that it may be, alone or two together.
 *
 * @returns an arbitrary that shrinks to `undefined`.
 */
export function policySetFlags(): fc.Arbitrary<PolicySetFlags | undefined> {
  const fact = fc.constantFrom(...FACTS);
  return fc.oneof(
    { arbitrary: fc.constant(undefined), weight: 5 },
    { arbitrary: fact, weight: 4 },
    {
      arbitrary: fc.tuple(fact, fact).map(([one, other]): PolicySetFlags => ({ ...one, ...other })),
      weight: 1,
    },
  );
}
