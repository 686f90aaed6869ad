import { sensitiveActions } from '@policywright/catalog';
import type { SensitivityCategory } from '@policywright/catalog';
import { quote, quoteAll } from '../../engine/quote.ts';
import type { ActionFacts } from '../../facts/actionFacts.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { Report } from '../../model/rule.ts';

/** The names of the sensitive actions of a category. */
export function sensitiveNames(category: SensitivityCategory): readonly string[] {
  return sensitiveActions.filter((row) => row.category === category).map(({ action }) => action);
}

/** Reports entries of Allow statements that take in some of a list of actions. */
export function* checkNames(
  context: LintContext,
  { names, what }: { readonly names: readonly string[]; readonly what: string },
): Iterable<Report> {
  if (context.type === 'scp' || context.type === 'boundary') return;
  for (const { allows, statement, actions } of context.statements) {
    if (!allows || statement.action.negated) continue;
    for (const { facts, pointer, unknown } of actions) {
      const found = unknown ? [] : matching(names, facts);
      if (found.length === 0) continue;
      const how = facts.hasWildcard ? `, which takes in ${quoteAll(found)},` : ',';
      yield { pointer, message: `found ${quote(facts.text)}${how} ${what}`, actions: found };
    }
  }
}

// Facts are shared by all statements with the same pattern, and so is the answer.
const known = new WeakMap<readonly string[], WeakMap<ActionFacts, readonly string[]>>();

function matching(names: readonly string[], facts: ActionFacts): readonly string[] {
  let ofNames = known.get(names);
  if (ofNames === undefined) known.set(names, (ofNames = new WeakMap()));
  let found = ofNames.get(facts);
  if (found === undefined) ofNames.set(facts, (found = names.filter((name) => facts.matches(name))));
  return found;
}
