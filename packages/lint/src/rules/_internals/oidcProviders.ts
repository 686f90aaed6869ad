import type { LintContext } from '../../facts/lintContext.ts';
import { principalsOf } from '../../facts/principalsOf.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import { claimPrefix, isClaimOf, neededClaims } from './federatedClaims.ts';

/** An OIDC provider that a statement trusts. */
export interface TrustedProvider {
  /** Its address, which its condition keys start with, in lower case. */
  readonly address: string;
  readonly pointer: string;
}

/**
 * The OIDC providers that an Allow statement of a trust policy names and whose users it can let in: not those whose
 * tokens lack a claim that the statement needs, since it is one of another provider.
 */
export function oidcProviders(context: LintContext, statement: StatementFacts): readonly TrustedProvider[] {
  if (
    context.type !== 'trust' ||
    !statement.allows ||
    !statement.matchesAction('sts:AssumeRoleWithWebIdentity')
  )
    return [];
  const claims = neededClaims(statement);
  return principalsOf(context, statement).flatMap((place) => {
    const address = claimPrefix(place);
    if (address === undefined || address === 'saml') return [];
    return claims.every((claim) => isClaimOf(address, claim)) ? [{ address, pointer: place.pointer }] : [];
  });
}

/** GitHub Actions. */
export const GITHUB = 'token.actions.githubusercontent.com';
