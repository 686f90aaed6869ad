import { sensitiveActions } from '@policywright/catalog';
import type { SensitivityCategory } from '@policywright/catalog';
import { quote, quoteAll } from '@policywright/policy/text';
import { NameIndex } from '../../facts/nameIndex.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { Report } from '../../model/rule.ts';

/** The names of the sensitive actions of a category. */
export function sensitiveNames(category: SensitivityCategory): NameIndex {
  return new NameIndex(
    sensitiveActions.filter((row) => row.category === category).map(({ action }) => action),
  );
}

/** Reports entries of Allow statements that take in some of a list of actions. */
export function* checkNames(
  context: LintContext,
  { names, what }: { readonly names: NameIndex; readonly what: string },
): Iterable<Report> {
  if (!context.grants) return;
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
