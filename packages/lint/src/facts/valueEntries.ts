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
  return context.once(entriesOf).of(facts);
}

/** Many rules ask for the same entries. */
class EntryTable {
  readonly #context: LintContext;
  readonly #known = new Map<ConditionFacts, readonly ValueEntry[]>();

  constructor(context: LintContext) {
    this.#context = context;
  }

  of(facts: ConditionFacts): readonly ValueEntry[] {
    let entries = this.#known.get(facts);
    if (entries === undefined) this.#known.set(facts, (entries = readEntries(this.#context, facts)));
    return entries;
  }
}

function entriesOf(context: LintContext): EntryTable {
  return new EntryTable(context);
}

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
