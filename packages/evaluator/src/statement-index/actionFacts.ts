import type { EvaluatorOptions } from '../options.ts';
import { rcpsReach } from '../service-rules/rcpsReach.ts';
import type { ServiceRule } from '../service-rules/serviceRule.ts';
import { serviceRulesOf } from '../service-rules/serviceRules.ts';
import { takesIdentityProviders } from '../service-rules/stsFederation.ts';
import { takesUnsigned } from '../service-rules/unsignedRequests.ts';

/** What follows from an action alone, whatever the policies say. */
export interface ActionFacts {
  /** In lower case. */
  readonly action: string;
  /** Of the form `prefix:name`; anything else is never allowed. */
  readonly wellFormed: boolean;
  /** The prefix, in lower case; empty if there is none. */
  readonly service: string;
  /** The rules of single services that bear on the action. */
  readonly serviceRules: readonly ServiceRule[];
  /** Some of these rules may settle a request before any policy is read. */
  readonly exempts: boolean;
  /** Resource control policies can affect the action (rule S169). */
  readonly rcpsReach: boolean;
  /** Callers without credentials can ask for it (rule S201). */
  readonly takesUnsigned: boolean;
  /** Identities of a SAML or OIDC provider can ask for it (rule S202). */
  readonly takesIdentityProviders: boolean;
}

/**
 * Works out what follows from an action.
 *
 * @param action - in lower case.
 * @param options - may name the services that RCPs affect.
 */
export function actionFactsOf(action: string, options: EvaluatorOptions): ActionFacts {
  const colon = action.indexOf(':');
  const service = action.slice(0, Math.max(colon, 0));
  const serviceRules = serviceRulesOf(action, service);
  return {
    action,
    wellFormed: colon > 0 && colon < action.length - 1,
    service,
    serviceRules,
    exempts: serviceRules.some((rule) => rule.exempt !== undefined),
    rcpsReach: rcpsReach({ service, serviceRules }, options),
    takesUnsigned: takesUnsigned(action, service),
    takesIdentityProviders: takesIdentityProviders(action),
  };
}
