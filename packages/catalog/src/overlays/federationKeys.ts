import type { ConditionKey } from '../model/conditionKey.ts';
import { cite, citeRead } from './citation.ts';
import type { Citation } from '../model/citation.ts';
import { PAGES } from './pages.ts';

/** A condition key that every OIDC identity provider has, under its own address: `PROVIDER:sub`. */
export interface FederationKey extends ConditionKey {
  /** Whether it stays with the session, or is there only while the role is assumed. */
  readonly inSession: boolean;
  readonly source: Citation;
}

const SOURCE = cite(PAGES.federationKeys);
const READ_AGAIN = citeRead(PAGES.federationKeys, '2026-11-29');

/** The keys of every OIDC provider; those of single providers are in the imported data, at `sts`. */
export const federationKeys: readonly FederationKey[] = [
  { name: '${Provider}:amr', type: 'String', multivalued: true, inSession: true, source: SOURCE },
  { name: '${Provider}:aud', type: 'String', multivalued: false, inSession: true, source: SOURCE },
  { name: '${Provider}:email', type: 'String', multivalued: false, inSession: false, source: READ_AGAIN },
  { name: '${Provider}:oaud', type: 'String', multivalued: false, inSession: false, source: READ_AGAIN },
  { name: '${Provider}:sub', type: 'String', multivalued: false, inSession: true, source: SOURCE },
];

/** Keys of single providers that stay with the session, in lower case. */
const IN_SESSION: ReadonlySet<string> = new Set([
  'graph.facebook.com:app_id',
  'graph.facebook.com:id',
  'saml:namequalifier',
  'saml:sub',
  'saml:sub_type',
  'www.amazon.com:app_id',
  'www.amazon.com:user_id',
]);

/**
 * Finds a key of an OIDC provider: its address, which has a dot, a colon and the claim.
 *
 * @param key - such as `oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:sub`, in any letter case.
 */
export function findFederationKey(key: string): FederationKey | undefined {
  const colon = key.lastIndexOf(':');
  const claim = key.slice(colon).toLowerCase();
  if (!key.slice(0, colon).includes('.')) return undefined;
  return federationKeys.find((candidate) => candidate.name.endsWith(claim) && claim.length > 1);
}

/**
 * Tells when requests have a condition key that the assertion or token of an identity provider fills.
 *
 * Source: "IAM and AWS STS condition context keys", the columns on availability in sessions, and its section on
 * cross-service keys of SAML.
 *
 * @param key - as a policy writes it, in any letter case; of a provider's address, or with the prefix `saml`.
 * @returns `session`: in every request of the session; `sign-in`: only while the role is assumed; `undefined` for
 * other keys.
 */
export function federationPresence(key: string): 'session' | 'sign-in' | undefined {
  const lowerCase = key.toLowerCase();
  const prefix = lowerCase.slice(0, Math.max(lowerCase.indexOf(':'), 0));
  if (prefix !== 'saml' && !prefix.includes('.')) return undefined;
  const stays = IN_SESSION.has(lowerCase) || findFederationKey(lowerCase)?.inSession === true;
  return stays ? 'session' : 'sign-in';
}
