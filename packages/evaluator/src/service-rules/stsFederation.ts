import { SETTLEMENTS } from '../settlement/settlement.ts';
import type { ServiceRule } from './serviceRule.ts';

/** The operations that identities of a SAML or OIDC provider call, and nobody else does (rule S202). */
const FEDERATED_CALLS: ReadonlySet<string> = new Set([
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
]);

/** What the same call asks for beside: tags, source identity and context of the session. */
const WITHIN_THEM: ReadonlySet<string> = new Set([
  'sts:setcontext',
  'sts:setsourceidentity',
  'sts:tagsession',
]);

/**
 * Whether an identity of a provider, which has no AWS credentials, can ask for an action (rule S202).
 *
 * @param action - in lower case.
 */
export function takesIdentityProviders(action: string): boolean {
  return FEDERATED_CALLS.has(action) || WITHIN_THEM.has(action);
}

/** Whoever has AWS credentials cannot assume a role by an assertion or a token (rule S202). */
export const stsFederation: ServiceRule = {
  name: 'sts-federation',
  rules: ['S202'],
  covers: (action) => FEDERATED_CALLS.has(action),
  refusal:
    () =>
    ({ caller }) =>
      caller.kind === 'federatedIdentity' ? undefined : SETTLEMENTS['identity-provider-refused'],
};
