import type { Explanation } from '../explanation/explanation.ts';
import type { SettlementCode } from '../decision/settlement.ts';
import type { LayerKind } from '../statement/layer.ts';
import { POLICY_PHRASES } from './policyPhrases.ts';

/** The layer to which AWS's sentence lays the missing permission, by settlement. */
const MISSING_IN: Readonly<Partial<Record<SettlementCode, LayerKind>>> = {
  'rcp-silent': 'rcp',
  'scp-silent': 'scp',
  'endpoint-silent': 'vpcEndpoint',
  'boundary-silent': 'boundary',
  'session-silent': 'session',
  'root-session-silent': 'session',
  'federated-without-session': 'session',
  'anonymous-silent': 'resource',
  'service-silent': 'resource',
  'identity-provider-silent': 'resource',
  'canonical-user-silent': 'resource',
  'root-silent': 'resource',
  'cross-account-resource-silent': 'resource',
  'key-policy-silent': 'resource',
  'trust-policy-silent': 'resource',
};

/**
 * The sentence with which AWS refuses the same request, for emulators and for people who search for it.
 *
 * Source: "Troubleshoot access denied error messages", IAM User Guide.
 *
 * @param explanation - of a request; the policy's name is added where a policy has one.
 * @returns the sentence, or `undefined` for a request that is allowed.
 */
export function accessDeniedMessage(explanation: Explanation): string | undefined {
  const { request, decision, code, decisive } = explanation;
  if (decision === 'Allow') return undefined;
  const { principal, action, resource } = request;
  const who = typeof principal === 'string' ? principal : Object.values(principal)[0];
  const where = resource === '*' ? '' : ` on resource: ${resource}`;
  const refused = `User: ${who} is not authorized to perform: ${action}${where}`;
  if (decision === 'ExplicitDeny' && decisive !== undefined) {
    const phrase = POLICY_PHRASES[decisive.layer];
    const article = /^[aeiou]/.test(phrase) ? 'an' : 'a';
    const name = decisive.policyName === undefined ? '' : `: ${decisive.policyName}`;
    return `${refused} with an explicit deny in ${article} ${phrase}${name}`;
  }
  const phrase =
    code === 'trust-policy-silent' ? 'role trust policy' : POLICY_PHRASES[MISSING_IN[code] ?? 'identity'];
  return `${refused} because no ${phrase} allows the ${action} action`;
}
