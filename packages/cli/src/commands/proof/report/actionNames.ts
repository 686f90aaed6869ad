import type { Witness } from '@policywright/analyzer';

/** Spells actions as AWS does. */
export interface ActionNames {
  readonly name: (action: string) => string;
  readonly witness: (witness: Witness) => Witness;
}

/** Loads the names of the catalog. */
export async function loadActionNames(): Promise<ActionNames> {
  const { getAction } = await import('@policywright/catalog');
  const name = (action: string): string => getAction(action)?.fullName ?? action;
  return {
    name,
    witness: (witness) => ({
      ...witness,
      request: { ...witness.request, action: name(witness.request.action) },
    }),
  };
}
