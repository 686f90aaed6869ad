import type { Condition, Policy, PrincipalElement } from '@policywright/policy';
import { isOwnAccount } from './accounts.ts';
import { actionParts } from './actionParts.ts';
import { arnParts, isAccessPoint } from './arnParts.ts';
import { resourcePoliciesOf } from './layers.ts';
import type { Question } from './question.ts';

/** S195: a public bucket or access point serves its owner's account and AWS services only. */
export function isPublicAccessBlocked(question: Question): boolean {
  const { policies, request, caller } = question;
  if (policies.flags?.restrictPublicBuckets !== true) return false;
  if (actionParts(request.action).service !== 's3') return false;
  if (caller.kind === 'service' || isOwnAccount(question)) return false;
  const ofAccessPoint = isAccessPoint(request.resource);
  if (ofAccessPoint && policies.flags.accessPointNetworkOrigin === 'VPC') return false;
  return resourcePoliciesOf(policies).some((policy) => isPublic(policy, ofAccessPoint));
}

/** S195: a statement allows everyone, and no condition holds it to fixed values. */
function isPublic(policy: Policy, ofAccessPoint: boolean): boolean {
  return policy.statements.some(
    ({ effect, principal, conditions }) =>
      effect === 'Allow' &&
      principal !== undefined &&
      isForEveryone(principal) &&
      !conditions.some((condition) => isFixed(condition, ofAccessPoint)),
  );
}

/** S195 and S138: providers that a policy names without an account, so that anyone can have an identity there. */
const SHARED_PROVIDERS = [
  'cognito-identity.amazonaws.com',
  'www.amazon.com',
  'graph.facebook.com',
  'accounts.google.com',
];

function isForEveryone({ negated, entries }: PrincipalElement): boolean {
  if (negated) return true;
  return entries.some(
    ({ kind, value }) => isOpen(value) || (kind === 'Federated' && SHARED_PROVIDERS.includes(value)),
  );
}

function isOpen(text: string): boolean {
  return text.includes('*') || text.includes('?') || text.includes('${');
}

/** S195: the keys that hold a statement to a principal or a place. */
const FIXING_KEYS = [
  'aws:principalarn aws:principalaccount aws:principalorgid aws:principalorgpaths aws:principalservicename',
  'aws:userid aws:sourcearn aws:sourceaccount aws:sourceowner aws:sourcevpc aws:sourcevpce aws:sourceip',
  's3:dataaccesspointaccount s3:dataaccesspointarn',
]
  .join(' ')
  .split(' ');

const COMPARISONS = [
  'StringEquals',
  'StringEqualsIgnoreCase',
  'StringLike',
  'ArnEquals',
  'ArnLike',
  'IpAddress',
];

/** Whether a condition lets through nothing but fixed values of a key that tells who or where a caller is. */
function isFixed({ operator, key, values }: Condition, ofAccessPoint: boolean): boolean {
  const name = key.toLowerCase();
  if (!COMPARISONS.includes(operator.name) || !FIXING_KEYS.includes(name)) return false;
  if (operator.ifExists || operator.qualifier === 'ForAllValues' || values.length === 0) return false;
  if (name === 's3:dataaccesspointarn') return !ofAccessPoint && values.every(hasFixedAccount);
  return values.every((value) => isFixedValue(name, value));
}

function isFixedValue(key: string, value: string): boolean {
  if (isOpen(value)) return false;
  return key !== 'aws:sourceip' || isNarrowRange(value);
}

/** S195: of the ARN of an access point only the name may be open. */
function hasFixedAccount(value: string): boolean {
  const arn = arnParts(value);
  if (arn?.name.startsWith('accesspoint/') !== true || !/^[0-9]{12}$/.test(arn.account)) return false;
  return !isOpen(`${arn.partition}${arn.service}${arn.region}`);
}

/** S195: ranges not broader than `/8` for IPv4 and `/32` for IPv6; a lone address is the narrowest. */
function isNarrowRange(range: string): boolean {
  const [address = '', bits] = range.split('/');
  if (bits === undefined) return /^[0-9a-f.:]+$/i.test(address);
  return /^\d+$/.test(bits) && Number(bits) >= (address.includes(':') ? 32 : 8);
}
