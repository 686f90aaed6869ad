import type { ConditionKey } from '../model/conditionKey.ts';
import { cite } from './citation.ts';
import type { Citation } from './citation.ts';
import { PAGES } from './pages.ts';

/** A condition key that every OIDC identity provider has, under its own address: `PROVIDER:sub`. */
export interface FederationKey extends ConditionKey {
  readonly source: Citation;
}

const SOURCE = cite(PAGES.federationKeys);

/** The keys of every OIDC provider; those of single providers are in the imported data, at `sts`. */
export const federationKeys: readonly FederationKey[] = [
  { name: '${Provider}:amr', type: 'String', multivalued: true, source: SOURCE },
  { name: '${Provider}:aud', type: 'String', multivalued: false, source: SOURCE },
  { name: '${Provider}:sub', type: 'String', multivalued: false, source: SOURCE },
];

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
