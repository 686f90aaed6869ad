import type { LintContext } from '../../facts/lintContext.ts';
import { principalsOf } from '../../facts/principalsOf.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';

/** An OIDC provider that a statement trusts. */
export interface TrustedProvider {
  /** Its address, which its condition keys start with, in lower case. */
  readonly address: string;
  readonly pointer: string;
}

/** The OIDC providers that an Allow statement of a trust policy names. */
export function oidcProviders(context: LintContext, statement: StatementFacts): readonly TrustedProvider[] {
  if (
    context.type !== 'trust' ||
    !statement.allows ||
    !statement.matchesAction('sts:AssumeRoleWithWebIdentity')
  )
    return [];
  return principalsOf(context, statement).flatMap(({ entry, pointer, negated }) => {
    if (negated || entry.kind !== 'Federated' || entry.value.includes(':saml-provider/')) return [];
    const address = entry.value.slice(entry.value.indexOf('oidc-provider/') + 'oidc-provider/'.length);
    const plain = entry.value.includes('oidc-provider/') ? address : entry.value;
    return plain.includes('*') || plain.includes('${') ? [] : [{ address: plain.toLowerCase(), pointer }];
  });
}

/** GitHub Actions. */
export const GITHUB = 'token.actions.githubusercontent.com';
