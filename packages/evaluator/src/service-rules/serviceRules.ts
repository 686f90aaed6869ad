import { iamReservedEntities } from './iamReservedEntities.ts';
import { kmsKeyPolicy } from './kmsKeyPolicy.ts';
import { kmsRetireGrant } from './kmsRetireGrant.ts';
import { roleTrustPolicy } from './roleTrustPolicy.ts';
import { s3BlockPublicAccess } from './s3BlockPublicAccess.ts';
import type { ServiceRule } from './serviceRule.ts';
import { stsAssumeRole } from './stsAssumeRole.ts';
import { stsGetCallerIdentity } from './stsGetCallerIdentity.ts';
import { stsGetSessionToken } from './stsGetSessionToken.ts';

/** Every rule of a single service. To add one, write a file beside this one and list it here. */
const SERVICE_RULES: readonly ServiceRule[] = [
  iamReservedEntities,
  kmsKeyPolicy,
  kmsRetireGrant,
  roleTrustPolicy,
  s3BlockPublicAccess,
  stsAssumeRole,
  stsGetCallerIdentity,
  stsGetSessionToken,
];

/**
 * The rules that bear on an action.
 *
 * @param action - in lower case.
 */
export function serviceRulesOf(action: string): readonly ServiceRule[] {
  return SERVICE_RULES.filter((rule) => rule.covers(action));
}
