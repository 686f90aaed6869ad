import type { PrincipalPlace } from '../../facts/principalsOf.ts';

/** The kinds of caller that a trust policy can name. */
export type TrustedKind = 'aws' | 'service' | 'saml' | 'oidc' | 'any';

/** An action of STS with which callers assume a role, and their kinds. */
export interface AssumeAction {
  readonly name: string;
  readonly kinds: readonly TrustedKind[];
}

let known: ReadonlyMap<string, AssumeAction> | undefined;

/** Which action of STS each kind of caller uses to assume a role, by its name in lower case. */
export function assumeActions(): ReadonlyMap<string, AssumeAction> {
  return (known ??= new Map(
    [
      { name: 'sts:AssumeRole', kinds: ['aws', 'service'] } as const,
      { name: 'sts:AssumeRoleWithSAML', kinds: ['saml'] } as const,
      { name: 'sts:AssumeRoleWithWebIdentity', kinds: ['oidc'] } as const,
    ].map((action) => [action.name.toLowerCase(), action]),
  ));
}

/** What kind of caller a principal is, as far as its known parts tell. */
export function trustedKind({ entry }: PrincipalPlace): TrustedKind {
  const { kind, value } = entry;
  if (value === '*') return 'any';
  if (kind === 'Service') return 'service';
  if (value.includes(':saml-provider/')) return 'saml';
  if (value.includes(':oidc-provider/')) return 'oidc';
  if (value.includes('${')) return 'any';
  return kind === 'Federated' ? 'oidc' : 'aws';
}
