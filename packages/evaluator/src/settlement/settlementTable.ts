import type { LayerKind } from '../layers/layer.ts';
import type { SettlementFacts } from './settlementFacts.ts';
import type { SettlementCode } from './settlementCode.ts';

/** Every way in which a decision can come about, with each fact of it: no surface keeps a table of its own. */
export const SETTLEMENT_TABLE: Readonly<Record<SettlementCode, SettlementFacts>> = {
  'caller-identity': allow('S173', 'every authenticated caller may call sts:GetCallerIdentity', 'none'),
  'session-token': allow('S174', 'sts:GetSessionToken needs no permission', 'none'),
  'explicit-deny': {
    decision: 'ExplicitDeny',
    rule: 'S147',
    reason: 'a statement denies {request}',
    granting: 'none',
    missing: [],
    sentence: 'policy',
  },
  'invalid-principal': refused('S128', 'the principal is not one that AWS has', 'bare'),
  'invalid-action': refused('S61', 'the action is not of the form service:Name', 'bare'),
  'rcp-silent': missing('S168', 'a level of resource control policies does not allow {request}', ['rcp']),
  'scp-silent': missing('S165', 'a level of service control policies does not allow {request}', ['scp']),
  'endpoint-silent': missing('S170', 'the VPC endpoint policy does not allow {request}', ['vpcEndpoint']),
  'anonymous-grant': allow('S162', 'the resource policy allows everyone', 'resource'),
  'anonymous-silent': missing('S162', 'the resource policy does not allow anonymous callers', ['resource']),
  'unsigned-refused': refused(
    'S201',
    'the service takes no unsigned requests, whatever its policies allow',
    'bare',
  ),
  'service-grant': allow('S164', 'the resource policy allows the service', 'resource'),
  'service-silent': missing('S164', 'the resource policy does not allow the service', ['resource']),
  'identity-provider-grant': allow('S138', 'the trust policy allows the identity provider', 'resource'),
  'identity-provider-silent': missing('S138', 'the trust policy does not allow the identity provider', [
    'resource',
  ]),
  'identity-provider-refused': refused(
    'S202',
    'identities of a provider assume roles by sts:AssumeRoleWithSAML or sts:AssumeRoleWithWebIdentity and do nothing else before, and nobody else calls these',
    'bare',
  ),
  'canonical-user-grant': allow('S139', 'the resource policy allows the canonical user', 'resource'),
  'canonical-user-silent': missing('S139', 'the resource policy does not allow the canonical user', [
    'resource',
  ]),
  'root-implied': allow('S163', 'the root user has every permission in its own account', 'none'),
  'root-session-silent': missing('S153', 'the session policy of the root session does not allow {request}', [
    'session',
  ]),
  'root-grant': allow('S163', 'the resource policy allows the root user', 'resource'),
  'root-silent': missing('S163', 'the resource policy does not allow the root user', ['resource']),
  'partition-crossing': refused('S161', 'the resource is in another partition than the principal', 'bare'),
  'cross-account-allow': allow('S158', 'both accounts allow {request}', 'resource'),
  'cross-account-resource-silent': missing(
    'S158',
    "the resource is in another account and no policy of the resource's account allows the caller",
    ['resource'],
  ),
  'cross-account-refused': refused(
    'S207',
    'the operation does not reach across accounts, whatever both sides allow',
    'bare',
  ),
  'resource-grant': allow('S150', 'the resource policy allows the caller by name', 'resource'),
  'resource-role-grant': allow('S150', "the resource policy allows the session's role", 'resource'),
  'resource-user-grant': allow('S150', "the resource policy allows the federated session's user", 'resource'),
  'identity-allow': allow(
    'S153',
    'an identity-based policy allows {request} and nothing limits it',
    'identity',
  ),
  'session-allow': allow(
    'S200',
    'the session policies allow {request}; a session of the root user has no other',
    'session',
  ),
  'kms-grant': allow('S208', 'a grant of the KMS key allows the operation', 'none'),
  'key-policy-silent': missing(
    'S171',
    'the key policy neither allows the caller nor lets the account use IAM policies',
    ['resource'],
  ),
  'key-policy-unknown': missing(
    'S171',
    'the key policy is not given: every KMS key has one, without which nobody is allowed',
    ['resource'],
  ),
  'trust-policy-silent': missing('S172', 'the trust policy does not allow the caller', ['resource']),
  'trust-policy-unknown': missing(
    'S172',
    'the trust policy is not given: every role has one, without which nobody assumes it',
    ['resource'],
  ),
  'identity-silent': missing('S146', 'no identity-based policy allows {request}', ['identity', 'resource']),
  'boundary-silent': missing('S153', 'the permissions boundary does not allow {request}', ['boundary']),
  'session-silent': missing('S153', 'no session policy allows {request}', ['session']),
  'federated-without-session': missing(
    'S154',
    'a federated session without a session policy has no permissions',
    ['session'],
  ),
  'credentials-refused': refused(
    'S198',
    'credentials of this kind cannot make the call, whatever policies allow',
    'bare',
  ),
  'public-access-blocked': refused(
    'S195',
    "the policy is public and S3 Block Public Access restricts it to the bucket owner's account",
    'bare',
  ),
  'reserved-entity': refused('S196', 'AWS alone changes this policy, role or alias', 'bare'),
  // The sentence as people report it; AWS's guide does not print it.
  'root-assumes-no-role': refused('S197', 'the root user of an account cannot assume a role', {
    text: 'Roles may not be assumed by root accounts.',
  }),
  'assume-root-refused': refused(
    'S204',
    'sts:AssumeRoot goes from principals of the management account or of the delegated administrator of IAM, never from a root user, to the root user of a member account',
    'bare',
  ),
  'underlying-unknown': refused(
    'S210',
    'a policy of a resource behind the access point is given, but the request does not name that resource',
    'bare',
  ),
};

function allow(rule: string, reason: string, granting: SettlementFacts['granting']): SettlementFacts {
  return { decision: 'Allow', rule, reason, granting, missing: [], sentence: 'bare' };
}

/** Denied for want of an Allow in one of some layers. */
function missing(rule: string, reason: string, layers: readonly LayerKind[]): SettlementFacts {
  return { decision: 'ImplicitDeny', rule, reason, granting: 'none', missing: layers, sentence: 'policy' };
}

/** Denied though policies may allow it, so that AWS's sentence names no policy. */
function refused(rule: string, reason: string, sentence: SettlementFacts['sentence']): SettlementFacts {
  return { decision: 'ImplicitDeny', rule, reason, granting: 'none', missing: [], sentence };
}
