import type { Decision } from '../request/decision.ts';

/** How a decision came about: the answer, a stable code, and the rule behind it. */
export interface Settlement {
  readonly decision: Decision;
  readonly code: SettlementCode;
  /** Number of the rule in `docs/semantics.md`. */
  readonly rule: string;
  /** What the code means, in words that complete "denied: …" or "allowed: …". */
  readonly reason: string;
}

/** The stable codes of the ways in which a decision can come about. */
export type SettlementCode =
  | 'caller-identity'
  | 'session-token'
  | 'explicit-deny'
  | 'invalid-principal'
  | 'invalid-action'
  | 'rcp-silent'
  | 'scp-silent'
  | 'endpoint-silent'
  | 'anonymous-grant'
  | 'anonymous-silent'
  | 'service-grant'
  | 'service-silent'
  | 'identity-provider-grant'
  | 'identity-provider-silent'
  | 'canonical-user-grant'
  | 'canonical-user-silent'
  | 'root-implied'
  | 'root-session-silent'
  | 'root-grant'
  | 'root-silent'
  | 'partition-crossing'
  | 'cross-account-allow'
  | 'cross-account-resource-silent'
  | 'resource-grant'
  | 'resource-role-grant'
  | 'resource-user-grant'
  | 'identity-allow'
  | 'key-policy-silent'
  | 'trust-policy-silent'
  | 'identity-silent'
  | 'boundary-silent'
  | 'session-silent'
  | 'federated-without-session'
  | 'public-access-blocked'
  | 'reserved-entity'
  | 'root-assumes-no-role';

const TABLE: Readonly<Record<SettlementCode, readonly [Decision, string, string]>> = {
  'caller-identity': ['Allow', 'S173', 'every authenticated caller may call sts:GetCallerIdentity'],
  'session-token': ['Allow', 'S174', 'sts:GetSessionToken needs no permission'],
  'explicit-deny': ['ExplicitDeny', 'S147', 'a statement denies the request'],
  'invalid-principal': ['ImplicitDeny', 'S128', 'the principal is not one that AWS has'],
  'invalid-action': ['ImplicitDeny', 'S61', 'the action is not of the form `service:Name`'],
  'rcp-silent': ['ImplicitDeny', 'S168', 'a level of resource control policies does not allow the request'],
  'scp-silent': ['ImplicitDeny', 'S165', 'a level of service control policies does not allow the request'],
  'endpoint-silent': ['ImplicitDeny', 'S170', 'the VPC endpoint policy does not allow the request'],
  'anonymous-grant': ['Allow', 'S162', 'the resource policy allows everyone'],
  'anonymous-silent': ['ImplicitDeny', 'S162', 'the resource policy does not allow anonymous callers'],
  'service-grant': ['Allow', 'S164', 'the resource policy allows the service'],
  'service-silent': ['ImplicitDeny', 'S164', 'the resource policy does not allow the service'],
  'identity-provider-grant': ['Allow', 'S138', 'the trust policy allows the identity provider'],
  'identity-provider-silent': [
    'ImplicitDeny',
    'S138',
    'the trust policy does not allow the identity provider',
  ],
  'canonical-user-grant': ['Allow', 'S139', 'the resource policy allows the canonical user'],
  'canonical-user-silent': ['ImplicitDeny', 'S139', 'the resource policy does not allow the canonical user'],
  'root-implied': ['Allow', 'S163', 'the root user has every permission in its own account'],
  'root-session-silent': [
    'ImplicitDeny',
    'S153',
    'the session policy of the root session does not allow the request',
  ],
  'root-grant': ['Allow', 'S163', 'the resource policy allows the root user'],
  'root-silent': ['ImplicitDeny', 'S163', 'the resource policy does not allow the root user'],
  'partition-crossing': ['ImplicitDeny', 'S161', 'the resource is in another partition than the principal'],
  'cross-account-allow': ['Allow', 'S158', 'both accounts allow the request'],
  'cross-account-resource-silent': [
    'ImplicitDeny',
    'S158',
    "the resource is in another account and no policy of the resource's account allows the caller",
  ],
  'resource-grant': ['Allow', 'S150', 'the resource policy allows the caller by name'],
  'resource-role-grant': ['Allow', 'S150', "the resource policy allows the session's role"],
  'resource-user-grant': ['Allow', 'S150', "the resource policy allows the federated session's user"],
  'identity-allow': ['Allow', 'S153', 'an identity-based policy allows the request and nothing limits it'],
  'key-policy-silent': [
    'ImplicitDeny',
    'S171',
    'the key policy neither allows the caller nor lets the account use IAM policies',
  ],
  'trust-policy-silent': ['ImplicitDeny', 'S172', 'the trust policy does not allow the caller'],
  'identity-silent': ['ImplicitDeny', 'S146', 'no identity-based policy allows the request'],
  'boundary-silent': ['ImplicitDeny', 'S153', 'the permissions boundary does not allow the request'],
  'session-silent': ['ImplicitDeny', 'S153', 'no session policy allows the request'],
  'federated-without-session': [
    'ImplicitDeny',
    'S154',
    'a federated session without a session policy has no permissions',
  ],
  'public-access-blocked': [
    'ImplicitDeny',
    'S195',
    "the bucket policy is public and S3 Block Public Access restricts it to the bucket owner's account",
  ],
  'reserved-entity': ['ImplicitDeny', 'S196', 'AWS alone changes this policy or role'],
  'root-assumes-no-role': ['ImplicitDeny', 'S197', 'the root user of an account cannot assume a role'],
};

/** Every settlement by its code. */
export const SETTLEMENTS: Readonly<Record<SettlementCode, Settlement>> = Object.fromEntries(
  Object.entries(TABLE).map(([code, [decision, rule, reason]]) => [code, { decision, code, rule, reason }]),
) as unknown as Record<SettlementCode, Settlement>;
