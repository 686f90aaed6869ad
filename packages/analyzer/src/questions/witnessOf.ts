import type { Realised } from '../witness/realise.ts';
import type { Witness } from '../witness/witness.ts';

/** A request that came out as wanted, as people and programs get it. */
export function witnessOf({ request, settled }: Realised): Witness {
  return {
    request,
    decisions: settled.map(({ decision, code, decisive }) => ({ decision, code, statement: decisive })),
  };
}
