import type { Realised } from '../witness/realise.ts';
import type { Witness } from '../witness/witness.ts';

/**
 * A request that came out as wanted, as people and programs get it.
 *
 * @param realised - the request.
 * @param subjects - how many of the sides are policies that were asked about, the first ones; all if left out.
 */
export function witnessOf({ request, settled }: Realised, subjects: number = settled.length): Witness {
  return {
    request,
    decisions: settled
      .slice(0, subjects)
      .map(({ decision, code, decisive }) => ({ decision, code, statement: decisive })),
  };
}
