import { tenancyKey } from '../../data/sharedOidcProviders.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import { allPrincipalsOf } from '../../facts/principalsOf.ts';
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
  return allPrincipalsOf(context, statement).flatMap((place) => {
    const address = claimPrefix(place);
    if (address === undefined || address === 'saml') return [];
    // Templates leave the account open, and the provider is known all the same.
    const pointer = context.isUnknown(place.pointer) ? statement.principalPointer : place.pointer;
    return claims.every((claim) => isClaimOf(address, claim)) ? [{ address, pointer }] : [];
  });
}

/**
 * Whether a statement tests a claim of a provider's tokens, or what tells its customers apart; which of them is the
 * right one, the provider decides. Where it does not, that is reported.
 */
export function narrowsProvider({ conditions }: StatementFacts, address: string): boolean {
  const tenancy = tenancyKey(address)?.toLowerCase();
  return conditions.some(
    ({ needsKey, key, isUnknown }) =>
      isUnknown ||
      (needsKey &&
        (key === tenancy ||
          (address === GITHUB ? githubRepositoryKeys().has(key) : key.startsWith(`${address}:`)))),
  );
}

/** GitHub Actions. */
export const GITHUB = 'token.actions.githubusercontent.com';

let repositoryKeys: ReadonlySet<string> | undefined;

/**
 * The claims of GitHub Actions that say which repository a workflow is of beside the subject, as keys. IAM has no key
 * for others, such as `repository_owner` ("IAM and AWS STS condition context keys", read 2026-11-29).
 */
function githubRepositoryKeys(): ReadonlySet<string> {
  return (repositoryKeys ??= new Set(
    ['job_workflow_ref', 'repository', 'repository_id', 'repository_owner_id'].map(
      (claim) => `${GITHUB}:${claim}`,
    ),
  ));
}
