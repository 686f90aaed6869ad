import { POLICY_TYPE_WORDS, POLICY_TYPES, type PolicyPhrase } from '@policywright/policy';
import type { LayerKind } from '../layers/layer.ts';

/** Every type with its layer, by the lower-cased phrase; a trust policy is the resource policy of its role. */
const TYPES: ReadonlyMap<string, readonly [PolicyPhrase, LayerKind]> = new Map(
  POLICY_TYPES.map((type) => {
    const { phrase } = POLICY_TYPE_WORDS[type];
    return [phrase.toLowerCase(), [phrase, type === 'trust' ? 'resource' : type]];
  }),
);

/**
 * The type of policy that a message names.
 *
 * @param phrase - as in the message, in any letter case.
 * @returns the type and its layer, or `undefined` for a phrase that is none.
 */
export function policyTypeOf(phrase: string): readonly [PolicyPhrase, LayerKind] | undefined {
  return TYPES.get(phrase.toLowerCase());
}
