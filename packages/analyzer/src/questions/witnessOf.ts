import type { Found } from './ask.ts';
import type { Witness } from '../witness/witness.ts';

/**
 * A request that came out as wanted, as people and programs get it.
 *
 * @param found - the request.
 * @param subjects - how many of the sides are policies that were asked about, the first ones.
 */
export function witnessOf(
  { realised, own }: Extract<Found, { readonly outcome: 'request' }>,
  subjects: number,
): Witness {
  const { request, settled } = realised;
  return {
    request,
    ...(own !== undefined && { own }),
    decisions: settled
      .slice(0, subjects)
      .map(({ decision, code, decisive }) => ({ decision, code, statement: decisive })),
  };
}
