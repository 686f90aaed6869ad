import type { Found } from './ask.ts';
import type { SettlingStatement, Witness } from '../witness/witness.ts';
import { witnessScenario } from '../witness/witnessScenario.ts';

/**
 * A request that came out as wanted, as people and programs get it.
 *
 * @param found - the request.
 * @param subjects - how many of the sides are policies that were asked about, the first ones.
 * @param order - `turned` where the second of two sets of policies is the one that was there before.
 */
export function witnessOf(
  { realised: { request, settled, sides }, own }: Extract<Found, { readonly outcome: 'request' }>,
  subjects: number,
  order: 'given' | 'turned' = 'given',
): Witness {
  const decided = sides.slice(0, subjects).flatMap(({ set }, index) => {
    const one = settled[index];
    return set === undefined || one === undefined ? [] : [{ ...one, set }];
  });
  const [before, after = before] = order === 'given' ? decided : decided.toReversed();
  // INVARIANT: every question is about some policies.
  if (before === undefined || after === undefined) throw new TypeError('a question about no policies');
  const statements = (one: typeof after, of: SettlingStatement['of']): readonly SettlingStatement[] =>
    one.decisive === undefined ? [] : [{ ...one.decisive, of }];
  return {
    request,
    ...(own !== undefined && { own }),
    ...(before !== after && { before: before.decision }),
    after: after.decision,
    statements: [...(before === after ? [] : statements(before, 'before')), ...statements(after, 'after')],
    scenario: witnessScenario(request, after.set, after.decision),
  };
}
