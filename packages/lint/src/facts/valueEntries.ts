import type { JsonNode } from '@policywright/policy';
import type { ConditionFacts } from './conditionFacts.ts';
import type { LintContext } from './lintContext.ts';

/** One value of a condition with its place. */
export interface ValueEntry {
  readonly text: string;
  readonly pointer: string;
  readonly node: JsonNode | undefined;
}

/** The values of a condition that are known, with their places. */
export function valueEntries(context: LintContext, facts: ConditionFacts): readonly ValueEntry[] {
  let entries = known.get(facts);
  if (entries === undefined) known.set(facts, (entries = readEntries(context, facts)));
  return entries;
}

// Many rules ask, and each condition is of one document.
const known = new WeakMap<ConditionFacts, readonly ValueEntry[]>();

function readEntries(context: LintContext, facts: ConditionFacts): readonly ValueEntry[] {
  const { pointer, values } = facts;
  const node = context.nodeAt(pointer);
  if (context.isUnknown(pointer)) return [];
  return values
    .map((text, index) =>
      node?.kind === 'array'
        ? { text, pointer: `${pointer}/${index}`, node: node.items[index] }
        : { text, pointer, node },
    )
    .filter((entry) => !context.isUnknown(entry.pointer));
}
