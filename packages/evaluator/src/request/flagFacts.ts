import type { PolicySetFlags } from './policySet.ts';

/** What a flag may be, and what it says. */
export interface FlagFacts {
  /** The words that it may be; none where it is true or false. */
  readonly words: readonly string[];
  /** What it says, for people, with the rules that it bears on. */
  readonly meaning: string;
}

/** Every flag of a policy set, for whoever reads flags or asks people for them. */
export const POLICY_SET_FLAGS: Readonly<Record<keyof PolicySetFlags, FlagFacts>> = {
  credentials: {
    words: ['long-term', 'session-token', 'session-token-mfa', 'console'],
    meaning:
      'how a user, root or a federated user came to its credentials; long-term if left out (S198 to S200)',
  },
  federatedByRoot: { words: [], meaning: "the federated session was made with root's credentials (S200)" },
  principalInManagementAccount: {
    words: [],
    meaning:
      'the principal is in the management account: SCPs do not bind it, and it may call sts:AssumeRoot (S167, S204)',
  },
  delegatedAdministrator: {
    words: [],
    meaning:
      "the principal's account is the delegated administrator of IAM, which may call sts:AssumeRoot (S204)",
  },
  serviceLinkedRole: {
    words: [],
    meaning: 'the principal is a service-linked role, where no ARN says so (S167, S169)',
  },
  resourceInManagementAccount: {
    words: [],
    meaning: 'the resource is in the management account: RCPs do not affect it (S169)',
  },
  resourcePolicyKind: {
    words: ['kms', 'trust'],
    meaning:
      'the resource policy is a key policy or a trust policy, where the resource does not say so (S171, S172)',
  },
  awsManagedKey: { words: [], meaning: 'AWS manages the KMS key for a service (S169, S196)' },
  restrictPublicBuckets: {
    words: [],
    meaning:
      'S3 Block Public Access restricts public buckets: access point, bucket, account or organization says so (S195)',
  },
  accessPointNetworkOrigin: {
    words: ['Internet', 'VPC'],
    meaning: 'from where the S3 access point can be reached; one of a VPC is never public (S195)',
  },
  endpointType: {
    words: ['gateway', 'interface'],
    meaning: 'the kind of the VPC endpoint; gateway for S3 and DynamoDB if left out (S33)',
  },
};
