import type { ConditionDescription } from '@policywright/conditions/engine';
import type { ValuesOfKey } from '../cells/cell.ts';
import { cellsOfKey } from '../cells/cellsOfKey.ts';
import type { KeyRequirement } from '../model/requirement.ts';
import { BudgetSpent, type Budget } from '../model/budget.ts';
import type { Cell, CellsAsked } from './cell.ts';

/** What the cells of a context key are made of. */
export interface KeyAsked extends CellsAsked<KeyRequirement> {
  readonly name: string;
  readonly facts: ValuesOfKey;
  /** Conditions that hold for values which no request has. */
  readonly excluded: readonly ConditionDescription[];
  readonly budget: Budget;
}

/**
 * The cells of a context key: its values, absence among them, by what the conditions on it make of them.
 *
 * @param asked - the requirements, all on one key.
 */
export function keyCells({ requirements, name, facts, excluded, budget }: KeyAsked): readonly Cell[] {
  const checks = [...new Set(requirements.flatMap((requirement) => requirement.checks))];
  const conditions = [...checks.map(({ description }) => description), ...excluded];
  const found = cellsOfKey({ conditions, facts, limits: { steps: budget.rest } });
  budget.take(found.steps);
  if (found.outcome === 'limit') throw new BudgetSpent({ code: 'condition-values', about: name });
  const places = requirements.map(({ checks: own }) => own.map((check) => checks.indexOf(check)));
  const cells = new Map<string, Cell>();
  for (const { truths, witness } of found.cells) {
    if (truths.slice(checks.length).some((truth) => truth !== 0)) continue;
    const met = requirements.map((requirement, index) => {
      const own = places[index]?.map((place) => truths[place]) ?? [];
      return !own.includes(0) && (requirement.undecidedCounts || !own.includes(2));
    });
    const key = met.map(Number).join('');
    if (witness !== undefined) {
      if (cells.get(key)?.value === undefined)
        cells.set(key, { met, value: { kind: 'key', value: witness.values } });
    } else if (!cells.has(key)) cells.set(key, { met });
  }
  return [...cells.values()];
}
