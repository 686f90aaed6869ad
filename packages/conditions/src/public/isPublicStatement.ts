import type { PrincipalElement, PrincipalEntry, Statement } from '@policywright/policy';
import { fixesCallers, type PublicPlace } from './fixesCallers.ts';

/** Anybody can have an identity of these providers, which a policy names without an account. */
const WEB_PROVIDERS: ReadonlySet<string> = new Set([
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
]);
const WILD = /[*?]|\$\{/;

/**
 * Whether a statement of a resource policy lets everybody in: it allows everyone something, an action that does
 * not exist included, and no condition holds callers to something fixed (rule S195).
 *
 * @param statement - the statement.
 * @param place - what the policy hangs on.
 */
export function isPublicStatement({ effect, principal, conditions }: Statement, place: PublicPlace): boolean {
  return (
    effect === 'Allow' &&
    principal !== undefined &&
    coversEveryone(principal) &&
    !conditions.some((condition) => fixesCallers(condition, place))
  );
}

/**
 * Whether a principal element lets in callers of whom nothing is known: everyone, all but some, or whoever has an
 * account of a web identity provider.
 *
 * @param element - `Principal` or `NotPrincipal`.
 */
export function coversEveryone({ negated, entries }: PrincipalElement): boolean {
  return negated || entries.some(isEveryone);
}

function isEveryone({ kind, value }: PrincipalEntry): boolean {
  return kind === 'Federated' ? WEB_PROVIDERS.has(value) : WILD.test(value);
}
