import { sensitiveActions, type SensitivityCategory } from '@policywright/catalog';
import { quote, quoteAll } from '@policywright/policy/text';
import { NameIndex } from '../../facts/nameIndex.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { Report } from '../../rule/rule.ts';

const indexes = new Map<SensitivityCategory, NameIndex>();

/** The names of the sensitive actions of a category. */
function sensitiveNames(category: SensitivityCategory): NameIndex {
  let index = indexes.get(category);
  if (index === undefined) {
    const rows = sensitiveActions.filter((row) => row.category === category);
    indexes.set(category, (index = new NameIndex(rows.map(({ action }) => action))));
  }
  return index;
}

/** Reports entries of Allow statements that take in sensitive actions of a category. */
export function* checkNames(
  context: LintContext,
  { category, what }: { readonly category: SensitivityCategory; readonly what: string },
): Iterable<Report> {
  if (!context.grants) return;
  const names = sensitiveNames(category);
  for (const { allows, statement, actions } of context.statements) {
    if (!allows || statement.action.negated) continue;
    for (const entry of actions) {
      const { facts, unknown } = entry;
      const found = unknown ? [] : names.matching(facts);
      if (found.length === 0) continue;
      const how = facts.hasWildcard ? `, which takes in ${quoteAll(found)},` : ',';
      yield { pointer: entry.pointer, message: `found ${quote(facts.text)}${how} ${what}`, actions: found };
    }
  }
}
