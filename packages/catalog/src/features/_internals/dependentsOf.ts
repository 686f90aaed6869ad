import type { Action, ActionName } from '../../model/action.ts';

/** The dependent actions of an action and of its resource types, as far as the imported data has them. */
export function dependentsOf({ dependentActions = [], resourceTypes }: Action): readonly ActionName[] {
  return [...dependentActions, ...resourceTypes.flatMap((type) => type.dependentActions)];
}
