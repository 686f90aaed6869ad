import type { PrincipalPlace } from '../../facts/principalsOf.ts';

/** The kinds of caller that a trust policy can name. */
export type TrustedKind = 'aws' | 'service' | 'saml' | 'oidc' | 'any';

/** Which action of STS each kind of caller uses to assume a role, in lower case. */
export const ASSUME_ACTIONS: Readonly<Record<string, readonly TrustedKind[]>> = {
  'sts:assumerole': ['aws', 'service'],
  'sts:assumerolewithsaml': ['saml'],
  'sts:assumerolewithwebidentity': ['oidc'],
};

/** What kind of caller a principal is. */
export function trustedKind({ entry }: PrincipalPlace): TrustedKind {
  const { kind, value } = entry;
  if (value === '*' || value.includes('${')) return 'any';
  if (kind === 'Service') return 'service';
  if (kind !== 'Federated') return 'aws';
  return value.includes(':saml-provider/') ? 'saml' : 'oidc';
}
