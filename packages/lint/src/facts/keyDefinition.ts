import { findConditionKey, type ConditionKey } from '@policywright/catalog';
import type { ConditionFacts } from './conditionFacts.ts';

// Definitions depend on nothing but the key's text; bounded, since keys come from documents.
const definitions = new Map<string, ConditionKey | null>();
const MOST_DEFINITIONS = 5000;
// A document can have more keys than that.
const known = new WeakMap<ConditionFacts, ConditionKey | null>();

/** The definition of a condition's key in the catalog. */
export function keyDefinition(facts: ConditionFacts): ConditionKey | undefined {
  let found = known.get(facts);
  if (found === undefined) known.set(facts, (found = definitionOf(facts)));
  return found ?? undefined;
}

function definitionOf({ condition, key }: ConditionFacts): ConditionKey | null {
  let found = definitions.get(key);
  if (found === undefined) {
    if (definitions.size >= MOST_DEFINITIONS) definitions.clear();
    found = findConditionKey(condition.key) ?? null;
    definitions.set(key, found);
  }
  return found;
}
