import type { Caller } from '../principal/caller.ts';

const COLON = 58;

const ARN = 'arn:';

/** The account field of what AWS owns and shares with every account, such as AWS managed policies. */
const AWS_OWNED = 'aws';

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
 * The same, for the account field of an ARN.
 *
 * @param account - the whole field; empty where the ARN has none.
 * @param caller - the request's caller.
 */
export function isCallersOwn(account: string, caller: Caller): boolean {
  return account === caller.account || account === '' || account === AWS_OWNED;
}

/**
 * Whether a resource belongs to the caller's account. An ARN without account, `*`, and what AWS owns for
 * everybody count as the caller's own: the owner must be given where the ARN does not tell it (rule S45).
 *
 * @param resource - ARN or `*`.
 * @param caller - the request's caller.
 */
function ownsResource(resource: string, caller: Caller): boolean {
  let position = -1;
  for (let colons = 0; colons < 4; colons++) {
    position = resource.indexOf(':', position + 1);
    if (position < 0) return true;
  }
  const start = position + 1;
  if (resource.charCodeAt(start) === COLON || start === resource.length) return true;
  return hasField(resource, start, AWS_OWNED) || hasField(resource, start, caller.account);
}

/**
 * Whether a resource lies in the caller's partition (rule S161).
 *
 * @param resource - ARN or `*`.
 * @param caller - the request's caller.
 */
export function sharesPartition(resource: string, caller: Caller): boolean {
  if (!resource.startsWith(ARN)) return true;
  return hasField(resource, ARN.length, caller.partition);
}

/** Whether a text has a field at a place, and the colon that ends it. */
function hasField(text: string, start: number, field: string): boolean {
  return text.startsWith(field, start) && text.charCodeAt(start + field.length) === COLON;
}
