import { codeArtifactPolicies } from './codeArtifactPolicies.ts';
import { crossAccount } from './crossAccount.ts';
import { CROSS_ACCOUNT_REACH } from './crossAccountReach.ts';
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

/** Every rule of a single service, by its prefix. To add one, write a file beside this one and list it here. */
const SERVICE_RULES: ReadonlyMap<string, readonly ServiceRule[]> = new Map([
  ['codeartifact', [codeArtifactPolicies]],
  ['iam', [iamOwnPolicies, iamReservedEntities, iamReservedRoles, ...temporaryCredentials]],
  ['kms', [kmsKeyPolicy, kmsManagedAliases, kmsManagedKeyChanges, kmsManagedKeys, kmsRetireGrant]],
  ['s3', [s3BlockPublicAccess, s3BucketPolicy]],
  [
    'sts',
    [
      roleTrustPolicy,
      serviceLinkedRoleTrust,
      stsAssumeRole,
      stsAssumeRoot,
      stsFederation,
      stsGetCallerIdentity,
      stsGetSessionToken,
      stsSourceIdentity,
      ...temporaryCredentials,
    ],
  ],
]);

const NONE: readonly ServiceRule[] = [];

/**
 * The rules that bear on an action.
 *
 * @param action - in lower case.
 * @param service - its prefix.
 */
export function serviceRulesOf(action: string, service: string): readonly ServiceRule[] {
  const own = SERVICE_RULES.get(service) ?? NONE;
  if (own === NONE && !CROSS_ACCOUNT_REACH.has(service)) return NONE;
  return [crossAccount, ...own].filter((rule) => rule.covers(action));
}
