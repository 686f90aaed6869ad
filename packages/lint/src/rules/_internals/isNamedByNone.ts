import type { Action } from '@policywright/catalog';
import { resourceTypesOf } from '../../facts/actionFit.ts';
import { catalogActions } from '../../facts/catalogActions.ts';
import { resourcesByService } from '../../facts/resourceFormats.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';

/**
 * Whether no action of a statement has a type of resource in the catalog that its resources can be: what services check
 * beyond it is left to those who ask.
 */
export function isNamedByNone(at: StatementFacts): boolean {
  const { actions, resources, statement } = at;
  if (statement.action.negated || resources.some(({ facts }) => facts.isOpen || facts.isEverything))
    return false;
  const matchesAll = resources.some(({ facts }) => facts.matcher.matches('*'));
  const byService = resourcesByService(at);
  const canName = (action: Action): boolean => {
    if (matchesAll && action.resourceTypes.every(({ required }) => !required)) return true;
    const types = resourceTypesOf(action);
    return types.length < action.resourceTypes.length || types.some((type) => byService.canBe(type));
  };
  return actions.every(({ facts, unknown }) => {
    const all = unknown ? [] : catalogActions(facts);
    return all.length > 0 && !all.some(canName);
  });
}
