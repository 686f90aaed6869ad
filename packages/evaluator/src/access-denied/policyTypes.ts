import type { LayerKind } from '../statement/layer.ts';
import { POLICY_PHRASES } from './policyPhrases.ts';

/** A type of policy as AWS's access-denied messages call it. */
export type PolicyType = (typeof POLICY_PHRASES)[LayerKind] | typeof TRUST_POLICY;

/** What AWS's message calls the resource-based policy of a role. */
export const TRUST_POLICY = 'role trust policy';

/** The layer of each type of policy, by the lower-cased phrase. */
const LAYERS: ReadonlyMap<string, readonly [PolicyType, LayerKind]> = new Map([
  [TRUST_POLICY, [TRUST_POLICY, 'resource']],
  ...(Object.keys(POLICY_PHRASES) as LayerKind[]).map((layer): [string, readonly [PolicyType, LayerKind]] => [
    POLICY_PHRASES[layer].toLowerCase(),
    [POLICY_PHRASES[layer], layer],
  ]),
]);

/**
 * The type of policy that a message names.
 *
 * @param phrase - as in the message, in any letter case.
 * @returns the type and its layer, or `undefined` for a phrase that is none.
 */
export function policyTypeOf(phrase: string): readonly [PolicyType, LayerKind] | undefined {
  return LAYERS.get(phrase.toLowerCase());
}
