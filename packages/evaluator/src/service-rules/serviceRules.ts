import { codeArtifactPolicies } from './codeArtifactPolicies.ts';
import { crossAccount } from './crossAccount.ts';
import { iamOwnPolicies } from './iamOwnPolicies.ts';
import { iamReservedEntities, iamReservedRoles } from './iamReservedEntities.ts';
import { kmsManagedAliases, kmsManagedKeyChanges, kmsManagedKeys } from './kmsAwsManaged.ts';
import { kmsKeyPolicy } from './kmsKeyPolicy.ts';
import { kmsRetireGrant } from './kmsRetireGrant.ts';
import { roleTrustPolicy } from './roleTrustPolicy.ts';
import { s3BlockPublicAccess } from './s3BlockPublicAccess.ts';
import { s3BucketPolicy } from './s3BucketPolicy.ts';
import { serviceLinkedRoleTrust } from './serviceLinkedRoleTrust.ts';
import type { ServiceRule } from './serviceRule.ts';
import { stsAssumeRole } from './stsAssumeRole.ts';
import { stsAssumeRoot } from './stsAssumeRoot.ts';
import { stsFederation } from './stsFederation.ts';
import { stsGetCallerIdentity } from './stsGetCallerIdentity.ts';
import { stsGetSessionToken } from './stsGetSessionToken.ts';
import { stsSourceIdentity } from './stsSourceIdentity.ts';
import { temporaryCredentials } from './temporaryCredentials.ts';

/** Every rule of a single service. To add one, write a file beside this one and list it here. */
const SERVICE_RULES: readonly ServiceRule[] = [
  codeArtifactPolicies,
  crossAccount,
  iamOwnPolicies,
  iamReservedEntities,
  iamReservedRoles,
  kmsKeyPolicy,
  kmsManagedAliases,
  kmsManagedKeyChanges,
  kmsManagedKeys,
  kmsRetireGrant,
  roleTrustPolicy,
  s3BlockPublicAccess,
  s3BucketPolicy,
  serviceLinkedRoleTrust,
  stsAssumeRole,
  stsAssumeRoot,
  stsFederation,
  stsGetCallerIdentity,
  stsGetSessionToken,
  stsSourceIdentity,
  ...temporaryCredentials,
];

/**
 * The rules that bear on an action.
 *
 * @param action - in lower case.
 */
export function serviceRulesOf(action: string): readonly ServiceRule[] {
  return SERVICE_RULES.filter((rule) => rule.covers(action));
}
