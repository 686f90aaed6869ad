import { parseArn } from '@policywright/arn';
import type { Condition } from '@policywright/policy';
import { readAddressRange } from '../values/addressRange.ts';
import { callerKey, type CallerKeyKind } from './callerKeys.ts';

/** What a resource policy hangs on: S3 has its own meaning of "public", another one for access points (rule S195). */
export type PublicPlace = 'bucket' | 'accessPoint' | 'other';

const OPERATORS: ReadonlySet<string> = new Set([
  'ArnEquals',
  'ArnLike',
  'Bool',
  'IpAddress',
  'StringEquals',
  'StringEqualsIgnoreCase',
  'StringLike',
]);
const WILD = /[*?]|\$\{/;
/** Whoever owns the resource is one account or organization. */
const OWNER_VARIABLES: ReadonlySet<string> = new Set(['${aws:resourceaccount}', '${aws:resourceorgid}']);
/** The first letters of a unique id say what it is of, not whose. */
const SHORTEST_UNIQUE_ID = 5;
/**
 * The broadest prefixes, in bits, that still say where callers are. The page excepts the private ranges of RFC 1918, of which
 * none is broader.
 */
const BROADEST_IPV4 = 8;
const BROADEST_IPV6 = 32;

/**
 * Whether a condition holds callers to something fixed: it fails where its key is absent, the key tells callers
 * apart, and each value is one that not everybody can have.
 *
 * Source: "Blocking public access to your Amazon S3 storage", the meaning of "public", read 2026-11-29 (rule
 * S195); for policies of other services the same meaning with more keys, and with wildcards where an account or
 * some text stays fixed.
 *
 * @param condition - the condition.
 * @param place - what the policy hangs on.
 */
export function fixesCallers(condition: Condition, place: PublicPlace): boolean {
  const { operator, values } = condition;
  if (operator.ifExists || operator.qualifier === 'ForAllValues' || !OPERATORS.has(operator.name))
    return false;
  return values.length > 0 && fixedValues(condition, place).length === values.length;
}

/**
 * Those values of a condition that are something fixed, which not everybody can have, whatever its operator makes of
 * them; none where its key does not tell callers apart.
 *
 * @param condition - its key and values.
 * @param place - what the policy hangs on.
 */
export function fixedValues(
  { key, values }: Pick<Condition, 'key' | 'values'>,
  place: PublicPlace,
): readonly string[] {
  const name = key.toLowerCase();
  const known = callerKey(name);
  if (known === undefined) return [];
  if (place === 'other')
    return values.filter((value) => OWNER_VARIABLES.has(value.toLowerCase()) || isFixed(value, known.kind));
  if (!known.s3) return [];
  if (name === 's3:dataaccesspointarn') return place === 'bucket' ? values.filter(isOfOneAccount) : [];
  return values.filter((value) => (known.kind === 'range' ? isNarrowRange(value) : !WILD.test(value)));
}

function isFixed(value: string, kind: CallerKeyKind): boolean {
  switch (kind) {
    case 'id':
      return !WILD.test(value);
    case 'arn':
      return !WILD.test(value) || hasFixedAccount(value);
    case 'range':
      return isNarrowRange(value);
    case 'orgPath':
      // Only the id of the organization is unique among all.
      return !WILD.test(value.split('/', 1)[0] ?? '');
    case 'userId':
      // A name behind the unique id is of its owner's choice.
      return (value.split(/[:*?]|\$\{/, 1)[0] ?? '').length >= SHORTEST_UNIQUE_ID;
    case 'text':
      return !/^[*?]*$/.test(value);
    case 'truth':
      return value.toLowerCase() === 'true';
  }
}

function hasFixedAccount(value: string): boolean {
  const account = parseArn(value)?.account ?? '';
  return account !== '' && !WILD.test(account);
}

/** Whether the access points that a value names are of one account: it may leave their name open. */
function isOfOneAccount(value: string): boolean {
  const arn = parseArn(value);
  if (arn === undefined || !hasFixedAccount(value)) return false;
  return !WILD.test(`${arn.partition}${arn.service}${arn.region}`) && arn.resource.startsWith('accesspoint/');
}

/** Whether a value is a range that is not broader than `/8` in IPv4 and `/32` in IPv6. */
function isNarrowRange(value: string): boolean {
  const range = readAddressRange(value);
  return range !== undefined && range.prefix >= (range.bits === 32 ? BROADEST_IPV4 : BROADEST_IPV6);
}
