import type { LintContext } from '../../facts/lintContext.ts';
import { newBudget } from '../../facts/patternCovers.ts';
import type { Budget } from '../../facts/patternCovers.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import { reportSpent } from '../../facts/reportSpent.ts';
import { coversActions, coversResources, knownStatements, scopeCovers, scopeOf } from './statementCovers.ts';

/** The statements that another one covers, with the first that does; of two that cover each other, only the later. */
export function coveredStatements(context: LintContext): ReadonlyMap<StatementFacts, StatementFacts> {
  return context.once(findCovered);
}

function findCovered(context: LintContext): ReadonlyMap<StatementFacts, StatementFacts> {
  const found = new Map<StatementFacts, StatementFacts>();
  const budget = newBudget();
  for (const alike of groupsOf(context)) {
    for (const [index, narrow] of alike.entries()) {
      const by = alike.find(
        (wide, other) =>
          other !== index && covers(wide, narrow, budget) && (other < index || !covers(narrow, wide, budget)),
      );
      if (by !== undefined) found.set(narrow, by);
    }
  }
  reportSpent(context, budget);
  return found;
}

/** Statements that differ in actions, resources, principals and conditions only; groups of several. */
export function groupsOf(context: LintContext): readonly (readonly StatementFacts[])[] {
  const groups = new Map<string, StatementFacts[]>();
  for (const statement of knownStatements(context)) {
    const { shape } = scopeOf(statement);
    const group = groups.get(shape);
    if (group === undefined) groups.set(shape, [statement]);
    else group.push(statement);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

function covers(wide: StatementFacts, narrow: StatementFacts, budget: Budget): boolean {
  return scopeCovers(wide, narrow) && coversRequests(wide, narrow, budget);
}

/** Whether a statement is about all actions on all resources that another is about, principals and conditions aside. */
export function coversRequests(wide: StatementFacts, narrow: StatementFacts, budget: Budget): boolean {
  const [outer, inner] = [wide.statement.action, narrow.statement.action];
  if (outer.negated !== inner.negated) return false;
  // The negated element with the shorter list covers more; only equal lists are looked at.
  const actions = outer.negated ? sameTexts(outer.values, inner.values) : coversActions(wide, narrow, budget);
  return actions && coversResourceElement(wide, narrow, budget);
}

function coversResourceElement(wide: StatementFacts, narrow: StatementFacts, budget: Budget): boolean {
  const outer = wide.statement.resource;
  const inner = narrow.statement.resource;
  if (outer === undefined || inner === undefined) return outer === inner;
  if (outer.negated !== inner.negated) return false;
  if (outer.negated) return sameTexts(outer.values, inner.values);
  return coversResources(wide, narrow, budget);
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  const [texts, others] = [new Set(a), new Set(b)];
  return texts.size === others.size && a.every((text) => others.has(text));
}
