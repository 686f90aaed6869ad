import { isAccountId, parseArn } from '@policywright/arn';
import type { Condition, Policy, PrincipalElement, Statement } from '@policywright/policy';
import { isBroadRange } from './isBroadRange.ts';

/** What a resource policy hangs on: for an access point the meaning of "public" differs (rule S195). */
export type PolicyPlace = 'bucket' | 'accessPoint';

/** Keys of which fixed values make a statement for everyone non-public. */
const FIXING_KEYS: ReadonlySet<string> = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalservicename',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
]);
const FIXING_OPERATORS: ReadonlySet<string> = new Set([
  'ArnEquals',
  'ArnLike',
  'IpAddress',
  'StringEquals',
  'StringEqualsIgnoreCase',
  'StringLike',
]);
/** Anybody can have an identity of these providers, which a policy names without an account. */
const WEB_PROVIDERS: ReadonlySet<string> = new Set([
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
]);
const WILD = /[*?]|\$\{/;

/**
 * Whether a bucket policy or the policy of an access point is public: it allows everyone something, an action
 * that does not exist included, and no condition holds the statement to fixed values, without wildcard or
 * variable, of a key that tells who or where the caller is.
 *
 * Source: "Blocking public access to your Amazon S3 storage", the meaning of "public", read 2026-11-29; rule
 * S195. Where the page leaves a doubt, the policy counts as public.
 *
 * @param policy - the policy.
 * @param place - what it hangs on.
 */
export function isPublicPolicy(policy: Policy, place: PolicyPlace): boolean {
  return policy.statements.some((statement) => isPublicStatement(statement, place));
}

function isPublicStatement({ effect, principal, conditions }: Statement, place: PolicyPlace): boolean {
  return (
    effect === 'Allow' &&
    principal !== undefined &&
    coversEveryone(principal) &&
    !conditions.some((condition) => isFixing(condition, place))
  );
}

function coversEveryone({ negated, entries }: PrincipalElement): boolean {
  return (
    negated ||
    entries.some(({ kind, value }) => (kind === 'Federated' ? WEB_PROVIDERS.has(value) : WILD.test(value)))
  );
}

function isFixing({ operator, key, values }: Condition, place: PolicyPlace): boolean {
  const name = key.toLowerCase();
  if (operator.ifExists || operator.qualifier === 'ForAllValues' || values.length === 0) return false;
  if (!FIXING_OPERATORS.has(operator.name) || !FIXING_KEYS.has(name)) return false;
  if (name === 's3:dataaccesspointarn') return place === 'bucket' && values.every(isOfOneAccount);
  if (name === 'aws:sourceip') return values.every((value) => !isBroadRange(value));
  return values.every((value) => !WILD.test(value));
}

/** Whether the access points that a pattern names are of one account: it may leave their name open. */
function isOfOneAccount(value: string): boolean {
  const arn = parseArn(value);
  if (arn === undefined || !isAccountId(arn.account)) return false;
  const name = 'accesspoint/';
  return !WILD.test(`${arn.partition}${arn.service}${arn.region}`) && arn.resource.startsWith(name);
}
