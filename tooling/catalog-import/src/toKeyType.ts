import type { ConditionKey, ConditionKeyType } from '@policywright/catalog';

const KEY_TYPES: readonly ConditionKeyType[] = [
  'String',
  'ARN',
  'Bool',
  'Numeric',
  'Date',
  'IPAddress',
  'Binary',
];

/**
 * Keys whose requests can have several values, though the sources give them the type of a single one.
 *
 * Source: "IAM and AWS STS condition context keys", `amr` and the keys of SAML that are marked as lists (2026-11-29).
 */
const LISTS: ReadonlySet<string> = new Set([
  'cognito-identity.amazonaws.com:amr',
  'saml:commonName',
  'saml:givenName',
  'saml:mail',
  'saml:name',
  'saml:organizationStatus',
  'saml:primaryGroupSID',
  'saml:surname',
  'saml:uid',
  'saml:x500UniqueIdentifier',
]);

/**
 * Reads the type of a condition key as the sources write it: `ArrayOfString`, `IPAddress`.
 *
 * @param text - the type.
 * @param key - the name of the key.
 * @throws {Error} for a type that the model does not know.
 */
export function toKeyType(text: string, key: string): Pick<ConditionKey, 'type' | 'multivalued'> {
  const isArray = text.startsWith('ArrayOf');
  const wanted = isArray ? text.slice('ArrayOf'.length) : text;
  const type = KEY_TYPES.find((known) => known.toLowerCase() === wanted.toLowerCase());
  if (type === undefined) throw new Error(`unknown type \`${text}\` of condition key \`${key}\``);
  return { type, multivalued: isArray || LISTS.has(key) };
}
