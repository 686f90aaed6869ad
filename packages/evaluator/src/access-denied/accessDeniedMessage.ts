import { POLICY_TYPE_WORDS, type PolicyTypeWords } from '@policywright/policy';
import type { Explanation } from '../explanation/explanation.ts';
import type { LayerKind } from '../layers/layer.ts';

/**
 * The sentence with which AWS refuses the same request, for emulators and for people who search for it.
 *
 * Source: "Troubleshoot access denied error messages", IAM User Guide.
 *
 * @param explanation - of a request; the policy's name is added where a policy has one.
 * @returns the sentence, or `undefined` for a request that is allowed. Never throws.
 */
export function accessDeniedMessage(explanation: Explanation): string | undefined {
  try {
    return refusalOf(explanation);
  } catch {
    // A program without types gave something else than an explanation.
    return undefined;
  }
}

function refusalOf(explanation: Explanation): string | undefined {
  const { request, decision, sentence } = explanation;
  if (decision === 'Allow') return undefined;
  if (typeof sentence === 'object') return sentence.text;
  const { principal, action, resource } = request;
  const who = typeof principal === 'string' ? principal : Object.values(principal)[0];
  const where = resource === '*' ? '' : ` on resource: ${resource}`;
  const refused = `User: ${who} is not authorized to perform: ${action}${where}`;
  return sentence === 'bare' ? refused : `${refused} ${reasonOf(explanation)}`;
}

/** What ends the sentence: the kind of policy that denies, or in which an Allow is missing. */
function reasonOf({ request, decision, decisive, missing, resourcePolicyKind }: Explanation): string {
  const wordsOf = (layer: LayerKind): PolicyTypeWords =>
    POLICY_TYPE_WORDS[layer === 'resource' && resourcePolicyKind === 'trust' ? 'trust' : layer];
  if (decision === 'ExplicitDeny') {
    const layer = decisive?.layer ?? 'identity';
    const { phrase, title } = wordsOf(layer);
    const policy = phrase === POLICY_TYPE_WORDS.trust.phrase ? `the ${phrase}` : title;
    // AWS adds the policy's name in these layers only.
    const isNamed = layer !== 'resource' && layer !== 'vpcEndpoint' && decisive?.policyName !== undefined;
    return `with an explicit deny in ${policy}${isNamed ? `: ${decisive.policyName}` : ''}`;
  }
  return `because no ${wordsOf(missing[0] ?? 'identity').phrase} allows the ${request.action} action`;
}
