import type { Caller } from '../principal/caller.ts';

const COLON = 58;

/** The account field of what AWS owns and shares with every account, such as AWS managed policies. */
const AWS_OWNED = 'aws:';

/**
 * Whether a resource is in the caller's account: the account that is given, or else the one in its ARN.
 *
 * @param resource - ARN or `*`.
 * @param resourceAccount - the account that owns it, where the request says.
 * @param caller - the request's caller.
 */
export function isInCallersAccount(
  resource: string,
  resourceAccount: string | undefined,
  caller: Caller,
): boolean {
  return resourceAccount == null ? ownsResource(resource, caller) : resourceAccount === caller.account;
}

/**
 * Whether a resource belongs to the caller's account. An ARN without account, `*`, and what AWS owns for
 * everybody count as the caller's own: the owner must be given where the ARN does not tell it (rule S45).
 *
 * @param resource - ARN or `*`.
 * @param caller - the request's caller.
 */
function ownsResource(resource: string, caller: Caller): boolean {
  const { account } = caller;
  let position = -1;
  for (let colons = 0; colons < 4; colons++) {
    position = resource.indexOf(':', position + 1);
    if (position < 0) return true;
  }
  const start = position + 1;
  if (resource.charCodeAt(start) === COLON || start === resource.length) return true;
  if (resource.startsWith(AWS_OWNED, start)) return true;
  return resource.startsWith(account, start) && resource.charCodeAt(start + account.length) === COLON;
}

/**
 * Whether a resource lies in the caller's partition (rule S161).
 *
 * @param resource - ARN or `*`.
 * @param caller - the request's caller.
 */
export function sharesPartition(resource: string, caller: Caller): boolean {
  if (!resource.startsWith('arn:')) return true;
  const { partition } = caller;
  return resource.startsWith(partition, 4) && resource.charCodeAt(4 + partition.length) === COLON;
}
