import type { PolicySetFlags, Principal } from '@policywright/evaluator';
import { FEDERATED, SESSION, USER } from './alphabet.ts';
import type { Picker } from './picker.ts';
import { ACCESS_POINTS } from './serviceTargets.ts';

/** A request, without its context. */
export interface Asked {
  readonly principal: Principal;
  readonly action: string;
  readonly resource: string;
}

const ROOT = 'arn:aws:iam::111122223333:root';
const OUTSIDER = 'arn:aws:iam::444455556666:user/dave';
const ROLE = 'arn:aws:iam::111122223333:role/deploy';
const KEY = 'arn:aws:kms:us-east-1:111122223333:key/k1';

const ASSUME_ROOT: readonly Partial<Asked>[] = [
  { action: 'sts:AssumeRoot', resource: 'arn:aws:iam::444455556666:root' },
  { action: 'sts:AssumeRoot', resource: ROOT },
  {},
  {},
];

const CREDENTIALS: readonly Partial<Asked>[] = [
  { principal: USER, action: 'iam:GetRole', resource: ROLE },
  { principal: FEDERATED, action: 'iam:GetRole', resource: ROLE },
  { principal: USER, action: 'iam:PassRole', resource: ROLE },
  { principal: ROOT, action: 'iam:GetRole', resource: ROLE },
  { principal: USER, action: 'sts:AssumeRole', resource: ROLE },
  { principal: USER, action: 'sts:GetSessionToken', resource: '*' },
  { principal: USER, action: 'sts:GetFederationToken', resource: '*' },
  { principal: USER },
];

/** Requests about which each flag says something. */
const ABOUT: Readonly<Record<keyof PolicySetFlags, readonly Partial<Asked>[]>> = {
  restrictPublicBuckets: [
    { principal: OUTSIDER, action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' },
    { principal: 'anonymous', action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' },
    { principal: 'anonymous', action: 's3:ListBucket', resource: 'arn:aws:s3:::b' },
    { principal: OUTSIDER, action: 's3:GetObject', resource: ACCESS_POINTS[0] },
  ],
  accessPointNetworkOrigin: [
    { principal: 'anonymous', action: 's3:GetObject', resource: ACCESS_POINTS[0] },
    { principal: OUTSIDER, action: 's3:ListBucket', resource: ACCESS_POINTS[1] },
  ],
  credentials: CREDENTIALS,
  federatedByRoot: [{ principal: FEDERATED }],
  principalInManagementAccount: ASSUME_ROOT,
  delegatedAdministrator: ASSUME_ROOT,
  serviceLinkedRole: [{ principal: SESSION }, { principal: SESSION, action: 'iam:DeleteRole' }],
  resourceInManagementAccount: [{}],
  resourcePolicyKind: [{}],
  awsManagedKey: [
    { action: 'kms:PutKeyPolicy', resource: KEY },
    { principal: OUTSIDER, action: 'kms:Decrypt', resource: KEY },
    { action: 'kms:Decrypt', resource: KEY },
  ],
  endpointType: [
    { principal: ROOT, action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' },
    { action: 'dynamodb:GetItem' },
    { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' },
  ],
};

/** What every second request with flags is about instead: what one of them speaks of. */
export function aimFlags(flags: PolicySetFlags | undefined, asked: Asked, picker: Picker): Asked {
  const names = Object.keys(flags ?? {}) as (keyof PolicySetFlags)[];
  const [name] = names;
  if (name === undefined || picker.number() % 2 === 0) return asked;
  return { ...asked, ...picker.of(ABOUT[picker.of(names, name)], {}) };
}

const PROVIDER_CALLS = ['sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML', 'sts:TagSession'];

/** What callers without credentials of an account ask for most: providers for a role, the anonymous for an object. */
export function aimOutsider(asked: Asked, picker: Picker): Asked {
  const { principal } = asked;
  if (principal === 'anonymous')
    return picker.number() % 2 === 0
      ? asked
      : { principal, action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' };
  if (typeof principal === 'string' || !('federated' in principal) || picker.number() % 3 === 0) return asked;
  return { principal, action: picker.of(PROVIDER_CALLS, asked.action), resource: ROLE };
}
