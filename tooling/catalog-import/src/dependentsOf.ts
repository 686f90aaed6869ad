import type { Action, ActionName } from '@policywright/catalog';

/** The actions that the reference has an action need besides, on itself or on one of its resource types. */
export function dependentsOf({ dependentActions = [], resourceTypes }: Action): readonly ActionName[] {
  return [...dependentActions, ...resourceTypes.flatMap((type) => type.dependentActions)];
}
