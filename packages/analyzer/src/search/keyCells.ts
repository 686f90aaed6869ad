import { ContextReader, type ContextValue, type KeyTable, type RequestContext } from '@policywright/conditions';
import type { KeyRequirement } from '../model/requirement.ts';
import type { KeyFacts } from '../universe/universe.ts';
import { BudgetSpent, type Budget } from './budget.ts';
import type { Cell, CellsAsked } from './cell.ts';
import { candidateValues } from './candidateValues.ts';

/** What the cells of a context key are made of. */
export interface KeyAsked extends CellsAsked<KeyRequirement> {
  readonly keys: KeyTable;
  /** Of the keys that are the same in all requests. */
  readonly context: RequestContext;
  readonly facts: KeyFacts;
  readonly budget: Budget;
}

/** Above so many requirements on one key, combinations that no value was found for are not gone through. */
const MOST_REQUIREMENTS = 6;

/**
 * The cells of a context key by trying values: those that conditions compare with, and others beside them. Combinations for
 * which no value was found are given too, as cells that may be empty, so that none is forgotten.
 *
 * @param asked - the requirements, all on one key.
 */
export function triedCells({ requirements, keys, context, facts, budget }: KeyAsked): readonly Cell[] {
  const [first] = requirements;
  if (first === undefined) return [];
  const name = keys.name(first.slot);
  const reader = new ContextReader(keys);
  const found = new Map<string, Cell>();
  const isOpen = requirements.map(({ checks }) => checks.some(({ variables }) => variables.length > 0));
  if (!isOpen.includes(true)) {
    for (const value of candidateValues(requirements, facts)) {
      budget.take(1 + requirements.length);
      reader.load(withKey(context, name, value));
      const met = requirements.map((requirement) => isMet(requirement, reader));
      const key = met.map(Number).join('');
      if (!found.has(key)) found.set(key, { met, value: { kind: 'key', value } });
    }
  }
  if (requirements.length > MOST_REQUIREMENTS) throw new BudgetSpent({ code: 'condition-values', about: name });
  for (let bits = 0; bits < 1 << requirements.length; bits++) {
    const met = requirements.map((_, index) => ((bits >> index) & 1) === 1);
    const key = met.map(Number).join('');
    if (!found.has(key)) found.set(key, { met });
  }
  return [...found.values()];
}

/** Whether the loaded context meets a requirement. */
export function isMet({ checks, undecidedCounts }: KeyRequirement, reader: ContextReader): boolean {
  let undecided = false;
  for (const { compiled } of checks) {
    const truth = compiled.evaluate(reader);
    if (truth === 0) return false;
    if (truth === 2) undecided = true;
  }
  return !undecided || undecidedCounts;
}

function withKey(context: RequestContext, name: string, value: ContextValue | undefined): RequestContext {
  return value === undefined ? context : { ...context, [name]: value };
}

/** The cells of a context key. */
export function keyCells(asked: KeyAsked): readonly Cell[] {
  return triedCells(asked);
}
