import { federationPresence } from '@policywright/catalog';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import { principalsOf, type PrincipalPlace } from '../../facts/principalsOf.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';

/** An identity provider that a statement names. */
export interface IdentityProvider {
  /** What the condition keys of its claims have before the colon: its address in lower case, or `saml`. */
  readonly prefix: string;
  readonly place: PrincipalPlace;
}

/**
 * The prefix of the claims of a federated principal; `undefined` of other principals, and where it is not known.
 *
 * @param place - a principal.
 */
export function claimPrefix({ entry, negated }: PrincipalPlace): string | undefined {
  const { kind, value } = entry;
  if (negated || kind !== 'Federated') return undefined;
  if (value.includes(':saml-provider/')) return 'saml';
  const start = value.indexOf(OIDC);
  // Templates leave the account open, and the provider is known all the same.
  const address = start < 0 ? value : value.slice(start + OIDC.length);
  return /[*]|\$\{/.test(address) ? undefined : address.replace(SCHEME, '').toLowerCase();
}

const OIDC = 'oidc-provider/';
/** Reported on its own; which provider is meant, is clear. */
const SCHEME = /^https?:\/\//;

/** The providers that a statement of a trust policy names; none where it names other principals too, or unknown ones. */
export function identityProviders(
  context: LintContext,
  statement: StatementFacts,
): readonly IdentityProvider[] {
  if (context.type !== 'trust') return [];
  const places = principalsOf(context, statement);
  const providers = places.flatMap((place) => {
    const prefix = claimPrefix(place);
    return prefix === undefined ? [] : [{ prefix, place }];
  });
  return providers.length === statement.statement.principal?.entries.length ? providers : [];
}

/** The conditions on claims without which a statement does not apply. */
export function neededClaims({ conditions }: StatementFacts): readonly ConditionFacts[] {
  return conditions.filter(({ needsKey, key }) => needsKey && federationPresence(key) !== undefined);
}

/** Whether a claim is one of a provider. */
export function isClaimOf(prefix: string, { key }: ConditionFacts): boolean {
  return key.startsWith(`${prefix}:`);
}
