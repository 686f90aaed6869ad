import type { LayerKind } from '../layers/layer.ts';
import { POLICY_PHRASES, type PolicyType } from './policyPhrases.ts';

/** Every type with its layer, by the lower-cased phrase; a trust policy is the resource policy of its role. */
const TYPES: ReadonlyMap<string, readonly [PolicyType, LayerKind]> = new Map([
  ['role trust policy', ['role trust policy', 'resource']],
  ...Object.entries(POLICY_PHRASES).map(([layer, type]): [string, readonly [PolicyType, LayerKind]] => [
    type.toLowerCase(),
    // INVARIANT: the table is keyed by the layers.
    [type, layer as LayerKind],
  ]),
]);

/**
 * The type of policy that a message names.
 *
 * @param phrase - as in the message, in any letter case.
 * @returns the type and its layer, or `undefined` for a phrase that is none.
 */
export function policyTypeOf(phrase: string): readonly [PolicyType, LayerKind] | undefined {
  return TYPES.get(phrase.toLowerCase());
}
